package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
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

    /** Referrals whose live offer is overdue, the longest first. */
    Uni<List<UUID>> due(int most);

    /**
     * Changes those of these placements whose live offer is overdue, all or none, with a few statements for all. One that
     * somebody else has in hand is passed over: it is answered, or expired by another instance, or due the next time.
     *
     * @return how many were changed
     */
    Uni<Integer> expire(Collection<UUID> referrals, Expiry work);

    /**
     * Notes each reminder whose share of the time to answer has passed, once.
     *
     * @return how many were noted
     */
    Uni<Integer> remind(int most);
}
