package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pairs;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Lets a referral go on that was held for one of another child, and settles the pairs that it is in. */
@ApplicationScoped
class RulingOutDuplicate {
    private final Referrals referrals;
    private final Pairs pairs;
    private final Merges merges;
    private final Clock clock;

    RulingOutDuplicate(Referrals referrals, Pairs pairs, Merges merges, Clock clock) {
        this.referrals = referrals;
        this.pairs = pairs;
        this.merges = merges;
        this.clock = clock;
    }

    /** Of all for whom it was held. It goes on first: a pair that nobody could note any more waits on, and holds nobody. */
    Uni<StoredReferral> ruleOut(UUID id, Access access) {
        return pairs.of(id).chain(known -> referrals
                .changeAny(id, access, referral -> referral.duplicateRuledOut(access.by(), clock.instant()))
                .call(() -> merges.record(known.stream().filter(Pair::waits).toList(), access)));
    }

    /**
     * Of one other; it goes on where it was held for nobody else. Only what goes on has an audit row of it: a hospital reads those
     * of its referral, and is not told that another was taken for it. No dossier is read for the answer.
     */
    Uni<StoredReferral> ruleOut(UUID id, UUID other, Access access) {
        return referrals
                .find(id, access)
                .chain(() -> pairs.of(id))
                .map(known -> known.stream()
                        .filter(pair -> pair.waits() && pair.beside(id).id().equals(other))
                        .findFirst()
                        .orElseThrow(() -> Refused.moveNotAllowed(List.of())))
                .chain(pair -> merges.ruleOut(pair, access))
                .chain(() -> referrals.find(id, access))
                .map(referral -> new StoredReferral(referral, null));
    }
}
