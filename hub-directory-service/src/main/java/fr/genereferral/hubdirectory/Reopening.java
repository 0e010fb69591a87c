package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The coordinator lets a search that has come to nothing begin anew: once, or again when nothing has come of it. */
@Entity
@Table(name = "reopening")
public class Reopening implements Intervention {
    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    private int routing;

    @Enumerated(EnumType.STRING)
    private ReopeningReason reason;

    @Column(name = "reopened_at")
    private Instant reopenedAt;

    @Column(name = "reopened_by")
    private String reopenedBy;

    @Column(name = "reopened_for")
    private String reopenedFor;

    protected Reopening() {}

    Reopening(UUID id, Placement placement, ReopeningReason reason, Assignment.Signature signed) {
        this.id = id;
        this.referralId = placement.referralId();
        this.routing = placement.lastNumber();
        this.reason = reason;
        this.reopenedAt = signed.at();
        this.reopenedBy = signed.by().person();
        this.reopenedFor = signed.by().organisation();
    }

    public UUID referralId() {
        return referralId;
    }

    /** The search that it has ended. */
    public int routing() {
        return routing;
    }

    public ReopeningReason reason() {
        return reason;
    }

    public Assignment.Signature signed() {
        return new Assignment.Signature(new Coordinator(reopenedBy, reopenedFor), reopenedAt);
    }
}
