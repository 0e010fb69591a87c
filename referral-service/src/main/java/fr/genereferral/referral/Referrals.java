package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Port to the stored referrals. Storing a referral stores its events, timeline and audit in the same transaction. */
public interface Referrals {

    /**
     * Keeps a new referral, once for each key.
     *
     * @return the id under which it is kept: that of the first request when this one repeats it
     */
    Uni<UUID> store(Referral referral, Submission sent, IdempotencyKey key, Access access);

    /** The id that an earlier request with this key and body got; empty when there was none. */
    Uni<Optional<UUID>> storedUnder(IdempotencyKey key);

    /**
     * Shows one referral to a reader who may see it, and leaves an audit row with the version of the dossier that is shown;
     * fails as not found otherwise.
     */
    Uni<StoredReferral> read(UUID id, Access access);

    /** As {@link #read}, for whoever is shown something of it, and not its dossier. */
    Uni<Referral> readState(UUID id, Access access);

    /** As {@link #read}, for a check: nobody is shown anything, and no audit row is left. */
    Uni<Referral> find(UUID id, Access access);

    /** Opens, changes and stores one referral that the actor may see; two changes never run at once. */
    Uni<StoredReferral> change(UUID id, Access access, Consumer<Referral> work);

    /** As {@link #change}, for a move that may end somebody's right to see the referral. */
    Uni<StoredReferral> move(UUID id, Access access, Consumer<Referral> work);

    /** As {@link #move}, with what a meeting of experts has before it; the coordinator may see every referral. */
    Uni<StoredReferral> decide(UUID id, Access access, BiConsumer<Referral, CaseFile> work);

    /** As {@link #move}, with what people have asked of its hospital at hand; the dossier is not shown. */
    Uni<Referral> converse(UUID id, Access access, BiConsumer<Referral, Threads> work);

    /** As {@link #change}, with all that was ever said of its facts at hand. */
    Uni<StoredReferral> amend(UUID id, Access access, BiConsumer<Referral, DossierHistory> work);

    /** As {@link #change}, whoever sent it: for what the coordinator decides. */
    Uni<StoredReferral> changeAny(UUID id, Access access, Consumer<Referral> work);

    /** Changes several referrals on the platform's behalf, all or none; ids that are unknown are not in the map. */
    Uni<Void> changeAll(Collection<UUID> ids, Consumer<Map<UUID, Referral>> work);
}
