package fr.genereferral.referral.submission;

import fr.genereferral.referral.Duplicates;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.Suspicion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks whether the same child is being referred already; a hospital is told of its own referrals alone. */
@ApplicationScoped
class DuplicateCheck {
    private final Duplicates duplicates;
    private final RequestHash hash;

    DuplicateCheck(Duplicates duplicates, RequestHash hash) {
        this.duplicates = duplicates;
        this.hash = hash;
    }

    /** Fails as refused when the hospital itself has referred the child, or has called it otherwise. */
    Uni<Suspicion> check(NewReferral asked, String organisation) {
        var trace = asked.stated().trace(hash);
        return trace.isEmpty()
                ? Uni.createFrom().item(Suspicion.none())
                : duplicates.of(trace.get()).map(open -> Suspicion.judged(trace.get(), open, organisation));
    }
}
