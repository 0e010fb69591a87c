package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Port to the offers that nobody has answered in time. What time it is the database says, and nobody else: several
 * instances have one clock, and none fires twice.
 */
public interface OverdueOffers {

    /** Work on one placement whose live offer is overdue. */
    @FunctionalInterface
    interface Expiry {
        /**
         * @param run the match run that the placement is at
         * @param patience how many hubs may keep silent in one search, as the dated data of the day say
         */
        void apply(Placement placement, MatchRun run, int patience, Placements.Desk desk);
    }

    /**
     * What has become of a part.
     *
     * @param changed how many placements were changed
     * @param failed those on which the work has failed, and how: they are as they were
     */
    record Part(int changed, Map<UUID, Throwable> failed) {}

    /**
     * Referrals whose live offer is overdue, the longest first.
     *
     * @param except those that are not wanted
     */
    Uni<List<UUID>> due(int most, Collection<UUID> except);

    /** For how many seconds the oldest of them has been overdue; 0 when none is. */
    Uni<Long> oldest();

    /**
     * Changes those of these placements whose live offer is overdue, with a few statements for all. One that somebody else
     * has in hand is passed over: it is answered, or expired by another instance, or due the next time. One on which the
     * work fails keeps no other back; when the database refuses what is written, none is changed.
     */
    Uni<Part> expire(Collection<UUID> referrals, Expiry work);

    /** Whether the database answers; tells an outage from a placement that cannot be moved on. */
    Uni<Boolean> databaseAnswers();

    /**
     * Notes each reminder whose share of the time to answer has passed, once, the most pressing first; of one offer's the
     * last alone when several are due at once.
     *
     * @return how many were noted
     */
    Uni<Integer> remind(int most);
}
