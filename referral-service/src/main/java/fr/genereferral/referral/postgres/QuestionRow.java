package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Question;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What somebody has asked of the hospital; who and when says its first message. Append-only. */
@Entity
@Table(name = "question")
class QuestionRow {
    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    private String fact;

    @Column(name = "offer_id")
    private UUID offerId;

    private String organisation;

    @Column(name = "due_at")
    private Instant dueAt;

    protected QuestionRow() {}

    QuestionRow(UUID referralId, Question question) {
        this.id = question.id();
        this.referralId = referralId;
        this.fact = question.fact();
        this.offerId = question.offer();
        this.organisation = question.by().organisation();
        this.dueAt = question.dueAt();
    }

    UUID id() {
        return id;
    }

    Question question(List<Question.Message> messages) {
        return new Question(id, fact, offerId, dueAt, messages);
    }
}
