package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Lookalikes;
import fr.genereferral.referral.Lookalikes.Kept;
import fr.genereferral.referral.likeness.Traits;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Opens what is compared: so few at a time that large dossiers neither fill the heap nor keep requests waiting. */
@ApplicationScoped
class OpeningTraits {
    private static final Logger LOG = Logger.getLogger(OpeningTraits.class);
    private static final int AT_A_TIME = 10;

    private final Lookalikes lookalikes;
    private final IdentityKeys keys;

    OpeningTraits(Lookalikes lookalikes, IdentityKeys keys) {
        this.lookalikes = lookalikes;
        this.keys = keys;
    }

    /**
     * @return empty where the key is gone; a failure where it is there and opens nothing, as under a master key that this
     *     replica is still to be told: another time, or another replica, may open it
     */
    Uni<Optional<Opened>> own(UUID id) {
        return keys.ofAll(List.of(id))
                .chain(seals -> seals.containsKey(id)
                        ? lookalikes.kept(List.of(id)).map(kept -> Optional.of(opened(id, kept, seals.get(id))))
                        : Uni.createFrom().item(Optional.empty()));
    }

    /**
     * What was opened.
     *
     * @param version how often who the patient is was written when it was read
     */
    record Opened(int version, Traits traits) {
        private static Optional<Opened> of(Kept kept, IdentitySeal seal) {
            return OpenedTraits.of(kept, seal).map(traits -> new Opened(kept.version(), traits));
        }
    }

    private static Opened opened(UUID id, List<Kept> kept, Optional<IdentitySeal> seal) {
        return kept.stream()
                .findFirst()
                .flatMap(one -> seal.flatMap(key -> Opened.of(one, key)))
                .orElseThrow(() -> new IllegalStateException("the identity of " + id + " does not open"));
    }

    /** By referral what is made of each; one that does not open is left out, and told. */
    <T> Uni<Map<UUID, T>> others(List<UUID> ids, Function<Opened, T> made) {
        return Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(AT_A_TIME)
                .onItem()
                .transformToUniAndConcatenate(some -> opened(some, made))
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    private <T> Uni<Map<UUID, T>> opened(List<UUID> ids, Function<Opened, T> made) {
        return lookalikes.kept(ids).chain(kept -> keys.ofAll(ids).map(seals -> {
            Map<UUID, T> all = new HashMap<>();
            for (var one : kept) {
                if (seals.containsKey(one.id())) {
                    seals.get(one.id())
                            .flatMap(seal -> Opened.of(one, seal))
                            .map(made)
                            .ifPresentOrElse(done -> all.put(one.id(), done), () -> notOpened(one.id()));
                }
            }
            return all;
        }));
    }

    private static void notOpened(UUID id) {
        LOG.warnf("An identity does not open and nobody is compared with it: referralId=%s", id);
    }
}
