package fr.genereferral.referral.submission;

import fr.genereferral.referral.Duplicates;
import fr.genereferral.referral.Duplicates.OpenCase;
import fr.genereferral.referral.PatientTrace;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.RequestHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks whether the same child is being referred already; a hospital is told of its own referrals alone. */
@ApplicationScoped
class DuplicateCheck {
    private final Duplicates duplicates;
    private final RequestHash hash;

    DuplicateCheck(Duplicates duplicates, RequestHash hash) {
        this.duplicates = duplicates;
        this.hash = hash;
    }

    /**
     * What is known of the patient's other referrals.
     *
     * @param trace null without a national number
     * @param isThere whether an open referral of another hospital may be of the same child
     */
    record Suspicion(PatientTrace trace, boolean isThere) {}

    /** Fails as refused when the hospital itself has referred the child, or has called it otherwise. */
    Uni<Suspicion> check(NewReferral asked, String organisation) {
        var trace = trace(asked);
        return trace.isEmpty()
                ? Uni.createFrom().item(new Suspicion(null, false))
                : duplicates.of(trace.get()).map(open -> judged(trace.get(), open, organisation));
    }

    private static Suspicion judged(PatientTrace trace, List<OpenCase> open, String organisation) {
        for (var one : open) {
            if (one.organisation().equals(organisation)) {
                refuse(trace, one);
            }
        }
        return new Suspicion(
                trace,
                open.stream()
                        .filter(one -> !one.organisation().equals(organisation))
                        .anyMatch(one -> isSame(trace, one) || one.trace().contradicts(trace)));
    }

    private static void refuse(PatientTrace trace, OpenCase own) {
        if (own.trace().contradicts(trace)) {
            throw Refused.because("IDENTITY_CONFLICT");
        }
        if (isSame(trace, own)) {
            throw Refused.duplicateOf(own.referralId());
        }
    }

    private static boolean isSame(PatientTrace trace, OpenCase other) {
        return other.trace().disease().equals(trace.disease());
    }

    private Optional<PatientTrace> trace(NewReferral asked) {
        var ins = asked.identity().path("ins");
        if (ins.isMissingNode()) {
            return Optional.empty();
        }
        var system = ins.path("system").textValue();
        var value = ins.path("value").textValue();
        var dossier = asked.dossier();
        var sex = dossier.path("sex").asText("unknown");
        return Optional.of(new PatientTrace(
                hash.text("patient", system, value),
                hash.text("disease", system, value, dossier.at("/disease/orpha").textValue()),
                hash.text("birth", system, value, dossier.path("birthDate").textValue()),
                sex.equals("unknown") ? null : hash.text("sex", system, value, sex)));
    }
}
