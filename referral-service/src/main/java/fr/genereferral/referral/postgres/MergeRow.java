package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Merge;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One referral lives on in another, or is to. */
@Entity
@Table(name = "referral_merge")
class MergeRow {
    @Id
    private UUID id;

    private UUID superseded;
    private UUID survivor;

    @Enumerated(EnumType.STRING)
    private Merge.Stage state;

    private String reason;

    @Embedded
    private WrittenBy written;

    private String hospital;

    @Column(name = "survivor_clock")
    private Instant survivorClock;

    @Column(name = "merged_version")
    private Integer mergedVersion;

    @Column(name = "undone_version")
    private Integer undoneVersion;

    protected MergeRow() {}

    MergeRow(Merge merge) {
        this.id = merge.id();
        this.superseded = merge.superseded();
        this.survivor = merge.survivor();
        this.reason = merge.reason();
        this.written = WrittenBy.of(merge.by(), merge.at());
        this.hospital = merge.hospital();
        become(merge);
    }

    /** How far it has come. */
    final void become(Merge merge) {
        state = merge.state();
        survivorClock = merge.survivorClock();
        mergedVersion = merge.mergedVersion();
        undoneVersion = merge.undoneVersion();
    }

    Merge merge() {
        return new Merge(
                id,
                superseded,
                survivor,
                state,
                reason,
                written.at(),
                written.by(),
                hospital,
                survivorClock,
                mergedVersion,
                undoneVersion);
    }
}
