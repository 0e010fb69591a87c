package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Change;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One change of a referral as its readers see it. Append-only. */
@Entity
@Table(name = "timeline")
@IdClass(TimelineRow.Key.class)
class TimelineRow {
    /** A referral has one change for each version. */
    record Key(UUID referralId, long version) implements Serializable {}

    static final BulkInsert<TimelineRow> INSERT = WrittenBy.columns(
                    BulkInsert.<TimelineRow>into("timeline")
                            .uuid("referral_id", row -> row.referralId)
                            .bigint("version", row -> row.version),
                    (TimelineRow row) -> row.written)
            .text("what", row -> row.what)
            .text("state", row -> row.state.name())
            .text("reason", row -> row.reason)
            .text("hub_id", row -> row.hubId)
            .text("hub_name", row -> row.hubName);

    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Id
    private long version;

    private String what;

    @Enumerated(EnumType.STRING)
    private ReferralStatus state;

    @Embedded
    private WrittenBy written;

    private String reason;

    @Column(name = "hub_id")
    private String hubId;

    @Column(name = "hub_name")
    private String hubName;

    protected TimelineRow() {}

    TimelineRow(Change change) {
        this.referralId = change.event().referralId();
        this.version = change.event().sequence();
        var occasion = change.occasion();
        this.written = WrittenBy.of(occasion.by(), occasion.at());
        this.what = occasion.what();
        this.state = change.state();
        this.reason = occasion.reason();
        this.hubId = occasion.hub() == null ? null : occasion.hub().id();
        this.hubName = occasion.hub() == null ? null : occasion.hub().name();
    }
}
