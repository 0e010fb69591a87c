package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The place in a week that an accepted child has, until it is freed. An offer takes one at most, once. */
@Entity
@Table(name = "slot")
public class Slot {
    @Id
    @Column(name = "offer_id")
    private UUID offer;

    @Column(name = "hub_id")
    private String hub;

    private String therapy;

    private LocalDate week;

    private int number;

    /** The bounds by which the hub could take the child: whoever comes after has to lie within them too. */
    @Embedded
    private Band band;

    @Column(name = "taken_at")
    private Instant takenAt;

    /** The column beside it says why: nothing here asks. */
    @Column(name = "freed_at")
    private Instant freedAt;

    /** Where it lies. */
    public record Place(Week week, int number) {}

    protected Slot() {}

    public Slot(SlotMove.Take take, Place place, Band band, Instant takenAt) {
        this.offer = take.offer();
        this.hub = take.hub();
        this.therapy = take.therapy();
        this.week = place.week().monday();
        this.number = place.number();
        this.band = band;
        this.takenAt = takenAt;
    }

    public String therapy() {
        return therapy;
    }

    public Place place() {
        return new Place(new Week(week), number);
    }

    public Band band() {
        return band == null ? Band.open() : band;
    }

    public Instant freedAt() {
        return freedAt;
    }
}
