package fr.genereferral.referral.postgres;

import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.SettlementReason;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Something that was said of a referral's facts after it was sent. Append-only. */
@Entity
@Table(name = "fact_entry")
@IdClass(FactEntryRow.Key.class)
class FactEntryRow {
    /** Statements and settlements of a referral are numbered together. */
    record Key(UUID referralId, int number) implements Serializable {}

    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Id
    private int number;

    @Column(name = "dossier_version")
    private int dossierVersion;

    @Enumerated(EnumType.STRING)
    private FactKind kind;

    private String name;
    private String content;
    private Integer holds;

    @Column(name = "sets_aside")
    private Integer[] setsAside;

    @Enumerated(EnumType.STRING)
    private SettlementReason reason;

    @Embedded
    private WrittenBy written;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "body_hash")
    private byte[] bodyHash;

    @Column(name = "merge_id")
    private UUID mergeId;

    protected FactEntryRow() {}

    FactEntryRow(UUID referralId, FactEntry entry) {
        this.referralId = referralId;
        this.number = entry.number();
        this.dossierVersion = entry.dossierVersion();
        this.kind = entry.kind();
        this.name = entry.name();
        this.content = entry.content();
        this.holds = entry.holds();
        this.setsAside = entry.isSettlement() ? entry.setsAside().toArray(Integer[]::new) : null;
        this.reason = entry.reason();
        this.written = WrittenBy.of(entry.by(), entry.at());
        this.mergeId = entry.merge();
        this.requestKey = entry.request() == null ? null : entry.request().key();
        this.bodyHash = entry.request() == null ? null : entry.request().bodyHash();
    }

    FactEntry entry() {
        var request = requestKey == null ? null : new IdempotencyKey(written.organisation(), requestKey, bodyHash);
        var aside = setsAside == null ? List.<Integer>of() : List.of(setsAside);
        return new FactEntry(
                number,
                dossierVersion,
                kind,
                name,
                content,
                holds,
                aside,
                reason,
                written.at(),
                written.by(),
                request,
                mergeId,
                null);
    }
}
