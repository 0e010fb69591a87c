package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** From a day on a hub takes nobody; until when is said beside it, and may be said again. */
@Entity
@Table(name = "capacity_pause")
public class Pause implements CapacityWord {
    @Id
    private UUID id;

    @Column(name = "hub_id")
    private String hub;

    /** Null for every therapy. */
    private String therapy;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Enumerated(EnumType.STRING)
    private PauseReason reason;

    @Embedded
    private EntryChange.Hand hand;

    /**
     * What is told.
     *
     * @param until the first day without it; null while none is known
     */
    public record Told(String therapy, LocalDate from, LocalDate until, PauseReason reason) {}

    protected Pause() {}

    public Pause(UUID id, String hub, Told told, EntryChange.Hand hand) {
        this.id = id;
        this.hub = hub;
        this.therapy = told.therapy();
        this.startsOn = told.from();
        this.reason = told.reason();
        this.hand = hand;
    }

    @Override
    public String therapy() {
        return therapy;
    }

    @Override
    public LocalDate effectiveOn() {
        return startsOn;
    }

    @Override
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("pauseFrom", startsOn);
        values.put("pauseReason", reason);
        return values;
    }

    public UUID id() {
        return id;
    }

    public String hub() {
        return hub;
    }

    public PauseReason reason() {
        return reason;
    }

    public Instant recordedAt() {
        return hand.at();
    }
}
