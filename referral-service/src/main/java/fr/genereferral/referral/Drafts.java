package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/**
 * Port to what hospitals are still writing: kept sealed under the referral's own key, seen by the hospital that writes it and
 * by nobody else. Whoever asks for one fails {@code IDENTITY_ERASED} once that key is gone, and {@code IDENTITY_ALTERED},
 * logged and audited, where it does not open where it stands.
 */
public interface Drafts {

    /**
     * Keeps a new one, once for each key.
     *
     * @return the id under which it is kept: that of the first request when this one repeats it
     */
    Uni<UUID> store(Referral referral, Draft.Written written, IdempotencyKey key, Access access);

    /** Empty when it has been sent or has ended. Without the identity, which is opened only where it is asked for. */
    Uni<Optional<Draft>> of(UUID id, Access access);

    /** @return the identity as it was written, JSON */
    Uni<Optional<String>> identity(UUID id, Access access);

    /**
     * Saves it anew.
     *
     * @param version the one that was read; null for whatever stands there
     * @return what this very request has saved; empty when the version is no longer the one that is kept
     */
    Uni<Optional<Draft>> replace(UUID id, Integer version, Draft.Written written, Access access);

    /**
     * Stores what a referral has become by being sent, and forgets the draft; fails as {@link DraftOvertaken} when somebody of
     * the same hospital was faster, and as {@link CaseTaken} when another referral of the child was.
     *
     * @param version the one that was sent
     * @return the referral that the first request with this key has sent
     */
    Uni<UUID> send(Referral referral, Submission sent, int version, IdempotencyKey key, Access access);
}
