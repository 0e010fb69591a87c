package fr.genereferral.referral.identity;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.CaseTaken;
import fr.genereferral.referral.Duplicates;
import fr.genereferral.referral.Duplicates.OpenCase;
import fr.genereferral.referral.Identities;
import fr.genereferral.referral.Identities.Correction;
import fr.genereferral.referral.Identities.Known;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.Suspicion;
import fr.genereferral.referral.dossier.StatedIdentity;
import fr.genereferral.referral.web.StrictJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Puts what its hospital now knows of who the patient is in the place of what it had sent: a newborn gets its number. */
@ApplicationScoped
class CorrectingIdentity {
    /** Whoever was overtaken finds what is there when he looks again. */
    private static final int LOOKS = 3;

    private final Identities identities;
    private final IdentityKeys keys;
    private final Duplicates duplicates;
    private final ReferralRecords records;
    private final RequestHash hash;

    CorrectingIdentity(
            Identities identities,
            IdentityKeys keys,
            Duplicates duplicates,
            ReferralRecords records,
            RequestHash hash) {
        this.identities = identities;
        this.keys = keys;
        this.duplicates = duplicates;
        this.records = records;
        this.hash = hash;
    }

    /**
     * Fails as refused with what is refused to a new referral of the same child.
     *
     * @param read the version that was decided from; null for whichever stands there
     */
    Uni<StoredReferral> correct(UUID id, Long read, CorrectedIdentity said, Access access) {
        return Uni.createFrom()
                .deferred(() -> new Attempt(id, read, said, access).make())
                .onFailure(CaseTaken.class)
                .retry()
                .atMost(LOOKS)
                .onFailure(CaseTaken.class)
                .transform(again -> Refused.because("OVERTAKEN"))
                .onFailure(IdentityAltered.class)
                .recoverWithUni(altered -> records.refuse(altered, access));
    }

    /** On what there is now; somebody else may be faster. */
    private final class Attempt {
        private final UUID id;
        private final Long read;
        private final CorrectedIdentity said;
        private final Access access;

        Attempt(UUID id, Long read, CorrectedIdentity said, Access access) {
            this.id = id;
            this.read = read;
            this.said = said;
            this.access = access;
        }

        /** The key is asked for before the transaction that needs it: it is in another database. */
        Uni<StoredReferral> make() {
            return identities
                    .known(id, access)
                    .invoke(known -> permit(known.referral()))
                    .chain(known -> keys.of(id)
                            .chain(seal -> correction(known, seal))
                            .chain(correction -> identities.correct(id, correction, access)));
        }

        /** Who may not, and too late, is said before what has been overtaken. */
        private void permit(Referral referral) {
            referral.demandIdentifiable(access.by());
            if (read != null && read != referral.version()) {
                throw Refused.because("STALE");
            }
        }

        private Uni<Correction> correction(Known known, IdentitySeal seal) {
            var dossier = StrictJson.parse(known.dossier().getBytes(StandardCharsets.UTF_8));
            var stated = new StatedIdentity(said.identity(), dossier);
            return numbered(known, stated)
                    .map(numbered -> new Correction(
                            this::permit,
                            kept -> stated.isKept(kept, seal),
                            stated.sealed(seal, new PatientMarks(access.by().organisation(), hash)),
                            numbered.suspicion(),
                            numbered.isFirst(),
                            said.reason()));
        }

        private Uni<Numbered> numbered(Known known, StatedIdentity stated) {
            var trace = stated.trace(hash);
            if (trace.isEmpty()) {
                return Uni.createFrom().item(new Numbered(Suspicion.none(), false));
            }
            return duplicates.of(trace.get()).map(found -> {
                var open = found.stream()
                        .filter(one -> !one.referralId().equals(id))
                        .toList();
                var strange = open.stream()
                        .filter(one -> !known.joined().contains(one.referralId()))
                        .toList();
                var suspicion =
                        Suspicion.judged(trace.get(), strange, access.by().organisation());
                return isHeldHere(open, suspicion)
                        ? new Numbered(Suspicion.none(), false)
                        : new Numbered(suspicion, !suspicion.isThere() && isFree(open, suspicion));
            });
        }

        private boolean isFree(List<OpenCase> open, Suspicion suspicion) {
            return open.stream().noneMatch(one -> one.isSame(suspicion.trace()));
        }

        /** Another referral of this hospital lives on here and keeps the number: a hospital has it once. */
        private boolean isHeldHere(List<OpenCase> open, Suspicion suspicion) {
            return open.stream()
                    .anyMatch(one ->
                            one.organisation().equals(access.by().organisation()) && one.isSame(suspicion.trace()));
        }
    }

    private record Numbered(Suspicion suspicion, boolean isFirst) {}
}
