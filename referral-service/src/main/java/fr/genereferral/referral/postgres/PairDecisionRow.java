package fr.genereferral.referral.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Pair;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What somebody has said of two referrals, and by what they were found. Append-only. */
@Entity
@Table(name = "duplicate_decision")
class PairDecisionRow {
    @Id
    private UUID id;

    private UUID one;
    private UUID other;

    @Enumerated(EnumType.STRING)
    private Pair.Conclusion decision;

    private String reason;

    @Column(name = "by_number")
    private boolean byNumber;

    private String outcome;
    private String agreements;
    private Instant since;

    @Embedded
    private WrittenBy written;

    /** Counted by the database: the clocks of two replicas may disagree about which word is the last. */
    @Column(insertable = false, updatable = false)
    private Long spoken;

    protected PairDecisionRow() {}

    private PairDecisionRow(Pair.Conclusion decision, String reason, Actor by, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.decision = decision;
        this.reason = reason;
        this.written = WrittenBy.of(by, at);
    }

    static PairDecisionRow of(Pair pair, Pair.Conclusion decision, String reason, Actor by, Instant at) {
        var row = new PairDecisionRow(decision, reason, by, at);
        row.one = pair.one().id();
        row.other = pair.other().id();
        row.byNumber = pair.byNumber();
        row.outcome = pair.outcome();
        row.agreements = pair.agreements();
        row.since = pair.since();
        return row;
    }

    boolean says(Pair.Word word) {
        return word != null && decision == word.decision() && written.at().equals(word.at());
    }

    /** Another word about the same two. */
    PairDecisionRow then(Pair.Conclusion next, String why, Actor by, Instant at) {
        var row = new PairDecisionRow(next, why, by, at);
        row.one = one;
        row.other = other;
        row.byNumber = byNumber;
        row.outcome = outcome;
        row.agreements = agreements;
        row.since = since;
        return row;
    }
}
