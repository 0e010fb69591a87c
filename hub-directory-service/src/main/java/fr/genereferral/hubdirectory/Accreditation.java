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
import java.util.UUID;

/** That a hub may give a therapy, to whom and when. Both dates are kept: since when it is true, since when it is known. */
@Entity
@Table(name = "accreditation")
public class Accreditation {
    @Id
    private UUID id;

    private String therapy;

    @Embedded
    private Band band;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    /** The first day without it. */
    @Column(name = "ends_on")
    private LocalDate endsOn;

    /** Plausible or made up for the demonstration: never shown without saying so. */
    private boolean illustrative;

    private String source;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private EndReason endReason;

    @Column(name = "end_recorded_at")
    private Instant endRecordedAt;

    @Column(name = "end_recorded_by")
    private String endRecordedBy;

    /** Why an accreditation has ended. */
    public enum EndReason {
        WITHDRAWN_BY_AUTHORITY,
        CAPABILITY_LOST,
        STAFF,
        GIVEN_UP_BY_HUB,
        RECORDED_IN_ERROR
    }

    /** What a coordinator grants. */
    public record Grant(String therapy, Band band, LocalDate from, boolean illustrative, String source) {}

    protected Accreditation() {}

    Accreditation(UUID id, Grant granted, String by, Instant at) {
        this.id = id;
        this.therapy = granted.therapy();
        this.band = granted.band();
        this.validFrom = granted.from();
        this.illustrative = granted.illustrative();
        this.source = granted.source();
        this.recordedBy = by;
        this.recordedAt = at;
    }

    boolean isFor(String wanted) {
        return therapy.equals(wanted);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && lastsBeyond(day);
    }

    boolean lastsBeyond(LocalDate day) {
        return endsOn == null || endsOn.isAfter(day);
    }

    void end(LocalDate on, EndReason reason, String by, Instant at) {
        endsOn = on;
        endReason = reason;
        endRecordedBy = by;
        endRecordedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String therapy() {
        return therapy;
    }

    public Band band() {
        return band == null ? Band.open() : band;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public EndReason endReason() {
        return endReason;
    }

    public boolean illustrative() {
        return illustrative;
    }

    public String source() {
        return source;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant endRecordedAt() {
        return endRecordedAt;
    }
}
