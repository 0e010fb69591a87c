package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Port to the hubs of the directory. Storing a hub stores what it says to the others in the same transaction. */
public interface Hubs {

    /** Every hub, by its id. */
    Uni<List<Hub>> all();

    /** Fails as not found when there is none. */
    Uni<Hub> byId(String id);

    /** The hub that an accreditation is of; fails as not found when there is none such. */
    Uni<String> holding(UUID accreditation);

    /**
     * Adds a hub, once for each key; fails with HUB_EXISTS when there is one of that id, and as invalid for a landmass that
     * the atlas does not have.
     *
     * @param location where it is, so that the atlas knows a way; empty where it does not need to be told
     * @param work makes it, at the database's time
     */
    Uni<Hub> register(String id, IdempotencyKey key, Optional<HubLocation> location, Function<Instant, Hub> work);

    /** Changes a hub. */
    Uni<Hub> change(String id, BiConsumer<Hub, Instant> work);

    /**
     * Changes a hub, once for each key.
     *
     * @param work gets the hub and the database's time
     */
    Uni<Hub> changeOnce(String id, IdempotencyKey key, BiConsumer<Hub, Instant> work);

    /**
     * Takes something away from a hub. No placement is changed meanwhile: what was decided from the old directory is
     * stored by then, what comes afterwards reads the new one.
     *
     * @param consequences goes on in the same transaction
     */
    Uni<Hub> curtail(String id, BiConsumer<Hub, Instant> work, Supplier<Uni<Void>> consequences);
}
