package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The coordinator's word on one child whose hub has lost its accreditation after it had accepted: once for each day that
 * the loss is said to begin on. It remembers when the loss was true and when it was known.
 */
@Entity
@Table(name = "loss_confirmation")
public class LossConfirmation {
    @Id
    private UUID id;

    @Column(name = "offer_id")
    private UUID offer;

    @Column(name = "accreditation_id")
    private UUID accreditation;

    @Column(name = "lost_from")
    private LocalDate lostFrom;

    @Column(name = "loss_known_at")
    private Instant lossKnownAt;

    @Enumerated(EnumType.STRING)
    private LossDecision decision;

    @Enumerated(EnumType.STRING)
    private LossReason reason;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    protected LossConfirmation() {}

    /** What the coordinator says. */
    public record Word(LossDecision decision, LossReason reason) {}

    public LossConfirmation(UUID id, UUID offer, Loss loss, Word word, EntryChange.Hand hand) {
        this.id = id;
        this.offer = offer;
        this.accreditation = loss.accreditation();
        this.lostFrom = loss.from();
        this.lossKnownAt = loss.knownAt();
        this.decision = word.decision();
        this.reason = word.reason();
        this.confirmedAt = hand.at();
        this.confirmedBy = hand.by();
    }

    public UUID id() {
        return id;
    }

    public UUID offer() {
        return offer;
    }

    public UUID accreditation() {
        return accreditation;
    }

    public LocalDate lostFrom() {
        return lostFrom;
    }

    public Instant lossKnownAt() {
        return lossKnownAt;
    }

    public Word word() {
        return new Word(decision, reason);
    }

    public EntryChange.Hand hand() {
        return new EntryChange.Hand(confirmedBy, confirmedAt);
    }
}
