package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Question;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What was said of a question: it is asked, added to, answered, or taken back. Append-only. */
@Entity
@Table(name = "question_message")
class QuestionMessageRow {
    @Id
    private UUID id;

    @Column(name = "question_id")
    private UUID questionId;

    @Enumerated(EnumType.STRING)
    private Question.Kind kind;

    private byte[] words;

    @Column(name = "dossier_version")
    private Integer dossierVersion;

    @Embedded
    private WrittenBy written;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    protected QuestionMessageRow() {}

    QuestionMessageRow(UUID questionId, Question.Message message) {
        this.id = message.id();
        this.questionId = questionId;
        this.kind = message.kind();
        this.words = message.words();
        this.dossierVersion = message.dossierVersion();
        this.written = WrittenBy.of(message.by(), message.at());
        this.requestKey = message.request() == null ? null : message.request().key();
        this.bodyHash = message.request() == null ? null : message.request().bodyHash();
    }

    UUID questionId() {
        return questionId;
    }

    Question.Message message() {
        var request = requestKey == null ? null : new IdempotencyKey(written.organisation(), requestKey, bodyHash);
        return new Question.Message(id, kind, words, dossierVersion, written.at(), written.by(), request);
    }
}
