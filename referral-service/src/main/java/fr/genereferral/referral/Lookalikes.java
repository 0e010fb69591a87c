package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Port to what is compared of referrals that may be of one child. The platform asks, and nobody else. */
public interface Lookalikes {

    /**
     * One at a time over all replicas.
     *
     * @return what the work gives; zero at once where another is at it
     */
    Uni<Integer> alone(Supplier<Uni<Integer>> work);

    /**
     * Referrals that have been compared with nobody yet, the first that was sent first.
     *
     * @param but left alone for now
     */
    Uni<List<UUID>> notCompared(int most, Collection<UUID> but);

    /** For how long the first of these has waited; nothing when nobody does. */
    Uni<Duration> waiting();

    /** As they are kept; of what opens them see {@link IdentityKeys}. Ids that are unknown are not in it. */
    Uni<List<Kept>> kept(Collection<UUID> ids);

    /**
     * Keeps the marks of a referral in the place of those that it had; {@link CorrectedMeanwhile} when who its patient is was corrected since.
     *
     * @param identity as in {@link Kept}
     */
    Uni<Void> mark(UUID id, int identity, Set<String> marks);

    /**
     * Other open referrals that have a mark in common with these and were not compared with it, newest first; none where it has
     * ended itself.
     */
    Uni<List<Met>> met(UUID id, Set<String> marks, int most);

    /**
     * Keeps what was found, and that this referral was compared, with an audit row: once. {@link CorrectedMeanwhile}, and nothing is
     * kept, when one of those that were read was corrected since.
     *
     * @param read by referral, as in {@link Kept}
     */
    Uni<Void> compared(UUID id, List<Found> found, Map<UUID, Integer> read, Access access);

    /**
     * Those who are held, in no merge, and of whom a comparison holds no more since one of the two was put right; all whom it was
     * with have been compared anew, and nobody is still to be compared with them.
     */
    Uni<List<UUID>> heldForThePast();

    /**
     * A record as it is kept.
     *
     * @param version how often who the patient is was written
     * @param identity sealed, by field
     * @param dossier the first one, JSON
     */
    record Kept(UUID id, int version, Map<String, byte[]> identity, String dossier) {
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /**
     * Another one.
     *
     * @param living where the child is being referred now: itself, or the one that it lives on in
     * @param later whether that one's C0 is after that of the one that is looked at
     * @param mayBeHeld whether the later of the two is still where a suspicion holds it
     */
    record Met(UUID id, UUID living, boolean later, boolean mayBeHeld) {}

    /**
     * What a comparison has found.
     *
     * @param outcome PROBABLE, POSSIBLE_TWINS or DIFFERENT
     * @param bits sum of the weights
     * @param agreements JSON: trait by trait, no value
     */
    record Found(UUID other, String outcome, double bits, String agreements) {}

    /** Who a patient is was corrected between the reading and what was to be kept of it: it is to be read again, at once. */
    final class CorrectedMeanwhile extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public CorrectedMeanwhile() {
            super("who a patient is was corrected meanwhile");
        }
    }
}
