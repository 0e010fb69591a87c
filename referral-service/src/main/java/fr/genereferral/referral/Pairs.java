package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port to the pairs of referrals that may be of one child: for those who decide about them, and for whoever watches that. */
public interface Pairs {

    /** Those that wait, the longest first; or those that are settled, the last first. */
    Uni<Page> list(Query query);

    /** All that are known of one referral, as long as both are open: those of what lives on in it among them. */
    Uni<List<Pair>> of(UUID referral);

    /** @param after where the page before has ended; null for the first page */
    record Query(boolean settled, Place after, int limit) {}

    /** @param at since when the pair waits, or when it was settled */
    record Place(Instant at, UUID one, UUID other) {}

    /** @param next where it has ended; null on the last one */
    record Page(List<Pair> pairs, Place next) {}
}
