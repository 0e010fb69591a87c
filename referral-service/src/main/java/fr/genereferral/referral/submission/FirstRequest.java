package fr.genereferral.referral.submission;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers a request that is repeated with what the first one has led to. */
final class FirstRequest {
    private final Referrals referrals;

    FirstRequest(Referrals referrals) {
        this.referrals = referrals;
    }

    Uni<StoredReferral> orElse(IdempotencyKey key, Access access, Supplier<Uni<StoredReferral>> otherwise) {
        return referrals
                .storedUnder(key)
                .chain(earlier -> earlier.isPresent() ? again(earlier.get(), access) : otherwise.get());
    }

    Uni<StoredReferral> again(UUID kept, Access access) {
        return referrals.read(kept, access.doing("READ_DOSSIER"));
    }
}
