package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What has come of an assignment, once: an offer, or somebody has not agreed. */
@Entity
@Table(name = "assignment_end")
public class AssignmentEnd implements Intervention {
    @Id
    @Column(name = "assignment_id")
    private UUID assignment;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "offer_id")
    private UUID offer;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    @Column(name = "ended_for")
    private String endedFor;

    protected AssignmentEnd() {}

    /** The hub was asked, or is not. */
    public enum Outcome {
        MADE,
        REFUSED
    }

    private AssignmentEnd(Assignment assignment, Outcome outcome, UUID offer, Assignment.Signature signed) {
        this.assignment = assignment.id();
        this.outcome = outcome;
        this.offer = offer;
        this.endedAt = signed.at();
        this.endedBy = signed.by().person();
        this.endedFor = signed.by().organisation();
    }

    static AssignmentEnd made(Assignment assignment, Offer offer, Assignment.Signature signed) {
        return new AssignmentEnd(assignment, Outcome.MADE, offer.id(), signed);
    }

    static AssignmentEnd refused(Assignment assignment, Assignment.Signature signed) {
        return new AssignmentEnd(assignment, Outcome.REFUSED, null, signed);
    }

    public UUID assignment() {
        return assignment;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The offer that has come of it. */
    public Optional<UUID> offer() {
        return Optional.ofNullable(offer);
    }

    public Assignment.Signature signed() {
        return new Assignment.Signature(new Coordinator(endedBy, endedFor), endedAt);
    }
}
