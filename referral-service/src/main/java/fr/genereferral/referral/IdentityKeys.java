package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port to the per-referral keys, kept in a database of their own so that erasing one makes an identity unreadable. */
public interface IdentityKeys {

    /** Makes and keeps a key; fails if the referral already has one. */
    Uni<IdentitySeal> create(UUID referralId);

    /** @return the seal, or a failure {@code IDENTITY_ERASED} when the key is gone */
    Uni<IdentitySeal> of(UUID referralId);

    /**
     * Those of several referrals at once.
     *
     * @return by referral; one whose key is gone is not in it, one whose key is not what was stored has an empty place
     */
    Uni<Map<UUID, Optional<IdentitySeal>>> ofAll(Collection<UUID> referralIds);

    /**
     * @return empty when the key is gone, and what was sealed with it; a failure {@link IdentityAltered} when it is not what was
     *     stored
     */
    default Uni<Optional<IdentitySeal>> ifKept(UUID referralId) {
        return ofAll(List.of(referralId)).map(kept -> Optional.ofNullable(kept.get(referralId))
                .map(seal -> seal.orElseThrow(() -> new IdentityAltered(referralId, "key"))));
    }

    /** Whether there is still one: without it nobody opens the identity any more. */
    Uni<Boolean> kept(UUID referralId);
}
