package fr.genereferral.referral.postgres;

import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Meeting;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A meeting of experts as it was recorded. Append-only. */
@Entity
@Table(name = "meeting")
class MeetingRow {
    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "held_on")
    private LocalDate heldOn;

    private String organiser;
    private String members;
    private boolean quorum;
    private String therapy;

    @Enumerated(EnumType.STRING)
    private Meeting.Decision decision;

    private String reason;
    private byte[] comment;
    private String[] overrules;

    @Column(name = "assessment_id")
    private UUID assessmentId;

    private String judged;

    @Column(name = "dossier_version")
    private int dossierVersion;

    @Embedded
    private WrittenBy written;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    protected MeetingRow() {}

    MeetingRow(UUID referralId, Meeting meeting) {
        this.id = meeting.id();
        this.referralId = referralId;
        this.heldOn = meeting.heldOn();
        this.organiser = meeting.organiser();
        this.members = JsonColumn.write(meeting.members());
        this.quorum = meeting.quorum();
        this.therapy = meeting.therapy();
        this.decision = meeting.decision();
        this.reason = meeting.reason();
        this.comment = meeting.comment();
        this.overrules = meeting.overrules().toArray(String[]::new);
        this.assessmentId =
                meeting.judgement() == null ? null : meeting.judgement().assessment();
        this.judged = meeting.judgement() == null ? null : meeting.judgement().outcome();
        this.dossierVersion = meeting.dossierVersion();
        this.written = WrittenBy.of(meeting.by(), meeting.at());
        this.requestKey = meeting.request().key();
        this.bodyHash = meeting.request().bodyHash();
    }

    Meeting meeting() {
        return new Meeting(
                id,
                heldOn,
                organiser,
                List.of(JsonColumn.read(members, Meeting.Member[].class)),
                quorum,
                therapy,
                decision,
                reason,
                comment,
                List.of(overrules),
                assessmentId == null ? null : new Meeting.Judgement(assessmentId, judged),
                dossierVersion,
                written.at(),
                written.by(),
                new IdempotencyKey(written.organisation(), requestKey, bodyHash));
    }
}
