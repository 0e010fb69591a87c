package fr.genereferral.referral.search;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.PatientSearch;
import fr.genereferral.referral.PatientSearch.Found;
import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import fr.genereferral.referral.RequestHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds whom a hospital has sent; other hospitals' patients do not exist for it. */
@ApplicationScoped
class SearchingPatients {
    private final PatientSearch search;
    private final IdentityKeys keys;
    private final RequestHash hash;

    SearchingPatients(PatientSearch search, IdentityKeys keys, RequestHash hash) {
        this.search = search;
        this.keys = keys;
        this.hash = hash;
    }

    /** Who is erased is found no more, from the moment on at which the key of the identity is gone. */
    Uni<Found> search(Sought sought, Access access) {
        var marks = sought.marks().apply(new PatientMarks(access.by().organisation(), hash));
        return search.find(marks, access.doing(sought.by().name())).chain(this::withoutErased);
    }

    private Uni<Found> withoutErased(Found found) {
        if (found.lines().isEmpty()) {
            return Uni.createFrom().item(found);
        }
        var ids = found.lines().stream().map(ReferralSummary::id).toList();
        return keys.ofAll(ids)
                .map(kept -> new Found(
                        found.lines().stream()
                                .filter(line -> kept.containsKey(line.id()))
                                .toList(),
                        found.complete()));
    }
}
