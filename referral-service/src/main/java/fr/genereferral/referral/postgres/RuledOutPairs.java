package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pair.Conclusion;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down that two are no one child; whoever waits for nobody else goes on. */
@ApplicationScoped
class RuledOutPairs {
    private final Transactions transactions;
    private final MergedRows rows;
    private final Clock clock;

    RuledOutPairs(Transactions transactions, MergedRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    Uni<Void> ruleOut(Pair pair, Access access) {
        return transactions.as(Rights.platform(), session -> TwoReferrals.locked(
                        session, pair.one().id(), pair.other().id())
                .call(two -> SaidOfTwo.isWaiting(session, pair, two).invoke(waits -> {
                    if (!waits) {
                        throw Refused.moveNotAllowed(List.of());
                    }
                }))
                .call(() ->
                        session.persist(PairDecisionRow.of(pair, Conclusion.NOT_THE_SAME, null, access.by(), now())))
                .call(session::flush)
                .chain(two -> release(session, two.one(), access).chain(() -> release(session, two.other(), access))));
    }

    /** Unless somebody else may be the same child. */
    private Uni<Void> release(Mutiny.Session session, Referral referral, Access access) {
        if (referral.state() != ReferralStatus.DUPLICATE_REVIEW
                || referral.joint().merging()) {
            return Uni.createFrom().voidItem();
        }
        return rows.waiting(session, referral.id()).chain(waiting -> {
            if (waiting > 0) {
                return Uni.createFrom().voidItem();
            }
            referral.duplicateRuledOut(access.by(), now());
            return rows.store(session, referral, access, now());
        });
    }

    Uni<Void> record(List<Pair> ruledOut, Access access) {
        return Multi.createFrom()
                .iterable(ruledOut)
                .onItem()
                .transformToUniAndConcatenate(pair -> record(pair, access))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> record(Pair pair, Access access) {
        return transactions.as(Rights.platform(), session -> TwoReferrals.locked(
                        session, pair.one().id(), pair.other().id())
                .chain(two -> SaidOfTwo.isWaiting(session, pair, two))
                .chain(waits -> waits
                        ? session.persist(PairDecisionRow.of(pair, Conclusion.NOT_THE_SAME, null, access.by(), now()))
                        : Uni.createFrom().voidItem()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
