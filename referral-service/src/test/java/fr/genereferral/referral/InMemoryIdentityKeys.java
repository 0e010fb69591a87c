package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keys of identities for tests that need no database: same promises, but one key for all. */
public final class InMemoryIdentityKeys implements IdentityKeys {
    private static final byte[] KEY = new byte[32];

    private final Map<UUID, IdentitySeal> keys = new HashMap<>();

    @Override
    public Uni<IdentitySeal> create(UUID referralId) {
        return Uni.createFrom().item(() -> {
            var seal = new IdentitySeal(KEY, referralId);
            if (keys.putIfAbsent(referralId, seal) != null) {
                throw new IllegalStateException("there is a key already");
            }
            return seal;
        });
    }

    /** Nobody opens that identity any more. */
    public void erase(UUID referralId) {
        keys.remove(referralId);
    }

    @Override
    public Uni<IdentitySeal> of(UUID referralId) {
        return Uni.createFrom().item(() -> Optional.ofNullable(keys.get(referralId))
                .orElseThrow(() -> Refused.because("IDENTITY_ERASED")));
    }

    @Override
    public Uni<Map<UUID, Optional<IdentitySeal>>> ofAll(Collection<UUID> referralIds) {
        var kept = new HashMap<UUID, Optional<IdentitySeal>>();
        referralIds.stream().filter(keys::containsKey).forEach(id -> kept.put(id, Optional.of(keys.get(id))));
        return Uni.createFrom().item(kept);
    }

    @Override
    public Uni<Boolean> kept(UUID referralId) {
        return Uni.createFrom().item(keys.containsKey(referralId));
    }
}
