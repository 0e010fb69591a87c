package fr.genereferral.hubdirectory;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "ended_at"))
    @AttributeOverride(name = "by.person", column = @Column(name = "ended_by"))
    @AttributeOverride(name = "by.organisation", column = @Column(name = "ended_for"))
    private Signature ended;

    protected AssignmentEnd() {}

    /** The hub was asked, or is not. */
    public enum Outcome {
        MADE,
        REFUSED
    }

    private AssignmentEnd(Assignment assignment, Outcome outcome, UUID offer, Signature signed) {
        this.assignment = assignment.id();
        this.outcome = outcome;
        this.offer = offer;
        this.ended = signed;
    }

    static AssignmentEnd made(Assignment assignment, Offer offer, Signature signed) {
        return new AssignmentEnd(assignment, Outcome.MADE, offer.id(), signed);
    }

    static AssignmentEnd refused(Assignment assignment, Signature signed) {
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

    public Signature signed() {
        return ended;
    }
}
