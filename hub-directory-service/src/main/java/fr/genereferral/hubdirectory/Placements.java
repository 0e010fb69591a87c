package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Port to the stored placements. Two changes of one placement never run at once; storing it stores its events, match
 * runs and anomalies in the same transaction.
 */
public interface Placements {

    /**
     * What a change works with.
     *
     * @param now the database's clock, read while the placements are locked
     * @param byHand match runs by which hubs were named in the search that the placement is at
     */
    record Desk(Directory directory, Instant now, Map<UUID, MatchRun> byHand) {
        public Desk(Directory directory, Instant now) {
            this(directory, now, Map.of());
        }

        public Desk with(Map<UUID, MatchRun> runs) {
            return new Desk(directory, now, runs);
        }
    }

    /** Work on one placement. */
    @FunctionalInterface
    interface Change {
        /** @param run the match run that the placement is at */
        void apply(Placement placement, MatchRun run, Desk desk);
    }

    /** Work on several placements at once; there is one, if only an empty one, for each id that was asked for. */
    @FunctionalInterface
    interface Changes {
        void apply(Map<UUID, Placement> placements, Desk desk);
    }

    /**
     * Changes the placement of an offer on behalf of the hub that it was made to; fails as not found when it was made to
     * another, or never.
     *
     * @return the placement as it is now
     */
    Uni<Placement> answer(UUID offer, String hub, Change work);

    /** Changes the placement of an offer, whichever hub it was made to; fails as not found when there is none. */
    Uni<Placement> answer(UUID offer, Change work);

    /** Reads the placement of an offer as {@link #answer} finds it, but waits for nobody and keeps nobody waiting. */
    <T> Uni<T> look(UUID offer, String hub, BiFunction<Placement, Directory, T> question);

    /** The same, whichever hub it was made to. */
    <T> Uni<T> look(UUID offer, BiFunction<Placement, Directory, T> question);

    /**
     * Changes every placement whose live offer for a therapy lies with a hub; joins the transaction of the change in the
     * directory that caused it.
     *
     * @param therapy null for every therapy
     */
    Uni<Void> changeAsked(String hub, String therapy, Change work);

    /** Changes one placement on the platform's behalf; fails as not found when there is none. */
    Uni<Void> change(UUID referral, Change work);

    /** Changes placements on the platform's behalf, all or none; joins the transaction of the event that caused it. */
    Uni<Void> changeAll(Collection<UUID> referrals, Changes work);
}
