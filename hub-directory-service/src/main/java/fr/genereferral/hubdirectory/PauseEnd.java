package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** One word on when a pause ends; the last one counts. */
@Entity
@Table(name = "capacity_pause_end")
public class PauseEnd implements CapacityWord {
    @Id
    private UUID id;

    @Column(name = "pause_id")
    private UUID pause;

    /** The first day without it. */
    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Embedded
    private EntryChange.Hand hand;

    @Transient
    private String therapy;

    protected PauseEnd() {}

    public PauseEnd(UUID id, Pause pause, LocalDate endsOn, EntryChange.Hand hand) {
        this.id = id;
        this.pause = pause.id();
        this.therapy = pause.therapy();
        this.endsOn = endsOn;
        this.hand = hand;
    }

    @Override
    public String therapy() {
        return therapy;
    }

    @Override
    public LocalDate effectiveOn() {
        return endsOn;
    }

    @Override
    public Map<String, Object> values() {
        return Map.of("pauseUntil", endsOn);
    }
}
