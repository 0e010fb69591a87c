package fr.genereferral.referral.submission;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.CaseTaken;
import fr.genereferral.referral.DraftOvertaken;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets a request do something once, and answers it with what the first one has led to when it is repeated. */
final class FirstRequest {
    /** Whoever was overtaken finds what is there when he looks again. */
    private static final int LOOKS = 3;

    private final Referrals referrals;

    FirstRequest(Referrals referrals) {
        this.referrals = referrals;
    }

    /**
     * Does it, unless this request has come before.
     *
     * @param look tries to, on what there is now; somebody else may be faster: then it looks again
     * @return a failure {@code OVERTAKEN} when somebody else was faster each time
     */
    Uni<StoredReferral> once(IdempotencyKey key, Access access, Supplier<Uni<StoredReferral>> look) {
        return orElse(key, access, () -> Uni.createFrom()
                .deferred(look::get)
                .onFailure(FirstRequest::isOvertaken)
                .retry()
                .atMost(LOOKS)
                .onFailure(FirstRequest::isOvertaken)
                .transform(again -> Refused.because("OVERTAKEN"))
                // The same request may have come twice at the same instant: now the other one is what is there.
                .onFailure(Refused.class)
                .recoverWithUni(
                        refused -> orElse(key, access, () -> Uni.createFrom().failure(refused))));
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof DraftOvertaken || failure instanceof CaseTaken;
    }

    private Uni<StoredReferral> orElse(IdempotencyKey key, Access access, Supplier<Uni<StoredReferral>> otherwise) {
        return referrals
                .storedUnder(key)
                .chain(earlier -> earlier.isPresent() ? again(earlier.get(), access) : otherwise.get());
    }

    Uni<StoredReferral> again(UUID kept, Access access) {
        return referrals.read(kept, access.doing("READ_DOSSIER"));
    }
}
