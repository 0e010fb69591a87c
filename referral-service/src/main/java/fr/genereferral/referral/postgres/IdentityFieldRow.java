package fr.genereferral.referral.postgres;

import fr.genereferral.referral.postgres.bulk.BulkInsert;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One encrypted field of a patient's identity. */
@Entity
@Table(name = "identity_field")
@IdClass(IdentityFieldRow.Key.class)
class IdentityFieldRow {
    /** Each field of a referral's identity stands alone. */
    record Key(UUID referralId, String field) implements Serializable {}

    static final BulkInsert<IdentityFieldRow> INSERT = BulkInsert.<IdentityFieldRow>into("identity_field")
            .uuid("referral_id", row -> row.referralId)
            .text("field", row -> row.field)
            .bytes("sealed", row -> row.sealed);

    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Id
    private String field;

    private byte[] sealed;

    protected IdentityFieldRow() {}

    IdentityFieldRow(UUID referralId, String field, byte[] sealed) {
        this.referralId = referralId;
        this.field = field;
        this.sealed = sealed;
    }

    UUID referralId() {
        return referralId;
    }

    String field() {
        return field;
    }

    byte[] sealed() {
        return sealed;
    }
}
