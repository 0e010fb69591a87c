package fr.genereferral.hubdirectory;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "reopened_at"))
    @AttributeOverride(name = "by.person", column = @Column(name = "reopened_by"))
    @AttributeOverride(name = "by.organisation", column = @Column(name = "reopened_for"))
    private Signature reopened;

    protected Reopening() {}

    Reopening(UUID id, Placement placement, ReopeningReason reason, Signature signed) {
        this.id = id;
        this.referralId = placement.referralId();
        this.routing = placement.lastNumber();
        this.reason = reason;
        this.reopened = signed;
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

    public Signature signed() {
        return reopened;
    }
}
