package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How many children a hub can begin with in a week, for one therapy, from a day on. */
@Entity
@Table(name = "capacity")
public class DeclaredCapacity implements CapacityWord {
    @Id
    private UUID id;

    @Column(name = "hub_id")
    private String hub;

    private String therapy;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "slots_per_week")
    private int slotsPerWeek;

    private String source;

    @Embedded
    private EntryChange.Hand hand;

    /**
     * What is told.
     *
     * @param from counts from the week that contains it on
     */
    public record Told(String therapy, int slotsPerWeek, LocalDate from, String source) {}

    protected DeclaredCapacity() {}

    public DeclaredCapacity(UUID id, String hub, Told told, EntryChange.Hand hand) {
        this.id = id;
        this.hub = hub;
        this.therapy = told.therapy();
        this.validFrom = told.from();
        this.slotsPerWeek = told.slotsPerWeek();
        this.source = told.source();
        this.hand = hand;
    }

    @Override
    public String therapy() {
        return therapy;
    }

    @Override
    public LocalDate effectiveOn() {
        return validFrom;
    }

    @Override
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("slotsPerWeek", slotsPerWeek);
        values.put("slotsFrom", validFrom);
        values.put("slotsSource", source);
        return values;
    }

    public int slotsPerWeek() {
        return slotsPerWeek;
    }

    public String source() {
        return source;
    }

    public Instant recordedAt() {
        return hand.at();
    }
}
