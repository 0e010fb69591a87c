package fr.genereferral.referral.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A referral that does not move on by itself; a view. */
@Entity
@Immutable
@Table(name = "stuck")
class StuckRow {
    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    private Instant since;

    protected StuckRow() {}
}
