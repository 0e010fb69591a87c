package fr.genereferral.referral.postgres;

import fr.genereferral.referral.AccessChange;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An organisation's right to see a referral, from an instant on, until it ends. */
@Entity
@Table(name = "referral_access")
@IdClass(AccessRow.Key.class)
class AccessRow {
    /** Who, what, since when. */
    record Key(UUID referralId, String organisation, Instant since) implements Serializable {}

    static final BulkInsert<AccessRow> INSERT = BulkInsert.<AccessRow>into("referral_access")
            .uuid("referral_id", row -> row.referralId)
            .text("organisation", row -> row.organisation)
            .instant("since", row -> row.since)
            .bool("as_hub", row -> row.asHub);

    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Id
    private String organisation;

    @Id
    private Instant since;

    private Instant until;

    @Column(name = "as_hub")
    private boolean asHub;

    /** Because its own referral lives on in this one. */
    private boolean follower;

    protected AccessRow() {}

    /** @param asHub because it is asked; false for who has sent the referral */
    AccessRow(UUID referralId, AccessChange granted, boolean asHub) {
        this.referralId = referralId;
        this.organisation = granted.organisation();
        this.since = granted.at();
        this.asHub = asHub;
    }

    /** It is listed among those that others have sent. */
    static AccessRow ofFollower(UUID referralId, AccessChange granted) {
        var row = new AccessRow(referralId, granted, true);
        row.follower = true;
        return row;
    }
}
