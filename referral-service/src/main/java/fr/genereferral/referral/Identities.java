package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Port to who patients are, to correct it. */
public interface Identities {

    /** What a correction is decided from; fails as not found for whoever may not see the referral. No audit row: nobody is shown anything. */
    Uni<Known> known(UUID id, Access access);

    /**
     * Puts another identity in the place of the one that is kept, with all that is found by it, in one transaction; one that says what
     * is kept changes nothing. Fails as {@link CaseTaken} when another referral of the child was faster.
     */
    Uni<StoredReferral> correct(UUID id, Correction correction, Access access);

    /**
     * @param dossier as it holds, JSON; null of a draft
     * @param joined referrals of the child that live on in this one
     */
    record Known(Referral referral, String dossier, Set<UUID> joined) {
        public Known {
            joined = Set.copyOf(joined);
        }
    }

    /**
     * @param permitted asked once nobody else can change the referral: fails as refused
     * @param isKept whether sealed fields say the same already
     * @param suspicion by the number; without a trace there is none, or one that lives on here holds it
     * @param isFirst whether no other open referral has the number and disease
     */
    record Correction(
            Consumer<Referral> permitted,
            Predicate<Map<String, byte[]>> isKept,
            SealedIdentity identity,
            Suspicion suspicion,
            boolean isFirst,
            String reason) {}
}
