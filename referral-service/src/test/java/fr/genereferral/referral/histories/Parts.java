package fr.genereferral.referral.histories;

import fr.genereferral.referral.InMemoryMerges;
import fr.genereferral.referral.InMemoryPairs;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Referral;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a world is made of.
 *
 * @param referral the referral itself, or one that behaves otherwise
 * @param directory the hub directory, or one that errs
 * @param merges what keeps decisions about two, or something that errs
 */
record Parts(
        MoveTable table,
        UnaryOperator<Referral> referral,
        Function<Consumer<HubDirectory.Said>, HubDirectory> directory,
        Deciding merges) {
    private static final Parts SOUND =
            new Parts(MoveTable.read(), UnaryOperator.identity(), HubDirectory::new, InMemoryMerges::new);

    /** How what decides about two is made. */
    interface Deciding {
        Merges over(InMemoryReferrals referrals, InMemoryPairs pairs, Clock clock);
    }

    static Parts sound() {
        return SOUND;
    }

    Parts with(MoveTable other) {
        return new Parts(other, referral, directory, merges);
    }

    Parts with(UnaryOperator<Referral> other) {
        return new Parts(table, other, directory, merges);
    }

    Parts withDirectory(Function<Consumer<HubDirectory.Said>, HubDirectory> other) {
        return new Parts(table, referral, other, merges);
    }

    Parts with(Deciding other) {
        return new Parts(table, referral, directory, other);
    }
}
