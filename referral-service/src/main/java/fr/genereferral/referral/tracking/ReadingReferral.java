package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Draft;
import fr.genereferral.referral.Drafts;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.dossier.Differences;
import fr.genereferral.referral.dossier.Differences.Difference;
import fr.genereferral.referral.dossier.Statement;
import fr.genereferral.referral.web.ReferralRepresentation;
import fr.genereferral.referral.web.ReferralRepresentation.Beside;
import fr.genereferral.referral.web.ReferralRepresentation.ChangedFact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows a referral to whoever may see it: to its hospital what it is writing, to a hub what has changed under its eyes. */
@ApplicationScoped
class ReadingReferral {
    private final Referrals referrals;
    private final ReferralRecords records;
    private final Drafts drafts;

    ReadingReferral(Referrals referrals, ReferralRecords records, Drafts drafts) {
        this.referrals = referrals;
        this.records = records;
        this.drafts = drafts;
    }

    /** What a hub was shown before is asked first: this time it is shown what there is now. */
    Uni<ReferralRepresentation> read(UUID id, boolean isHub, Access access) {
        return shownBefore(id, isHub, access)
                .chain(before -> referrals.read(id, access).chain(stored -> beside(stored, before, access)
                        .map(beside -> ReferralRepresentation.from(stored, access.rights(), beside))));
    }

    private Uni<Before> shownBefore(UUID id, boolean isHub, Access access) {
        return isHub
                ? records.firstShown(id, access).map(version -> new Before(true, version))
                : Uni.createFrom().item(new Before(false, Optional.empty()));
    }

    /** @param version of the dossier that the hub was shown first; empty when it opens it only now */
    private record Before(boolean isHub, Optional<Integer> version) {}

    private Uni<Beside> beside(StoredReferral stored, Before before, Access access) {
        var referral = stored.referral();
        if (referral.state() == ReferralStatus.DRAFT) {
            return draft(referral.id(), access).map(Beside::ofDraft);
        }
        // A hub that refers knows what it has said itself.
        return before.isHub() && !referral.organisation().equals(access.by().organisation())
                ? changes(referral, before.version(), access).map(Beside::ofChanges)
                : Uni.createFrom().item(Beside.nothing());
    }

    /** With its key what was written is gone; that there is something to be stopped is not. */
    private Uni<Optional<Draft>> draft(UUID id, Access access) {
        return drafts.of(id, access).onFailure(ReadingReferral::isErased).recoverWithItem(Optional.empty());
    }

    private static boolean isErased(Throwable failure) {
        return failure instanceof Refused refused && refused.code().equals("IDENTITY_ERASED");
    }

    private Uni<List<ChangedFact>> changes(Referral referral, Optional<Integer> before, Access access) {
        if (before.isEmpty() || before.get() >= referral.dossierVersion()) {
            return Uni.createFrom().item(List.of());
        }
        return records.historyBeside(referral.id(), access).map(kept -> Differences.since(before.get(), kept).stream()
                .map(ReadingReferral::changed)
                .toList());
    }

    private static ChangedFact changed(Difference one) {
        return new ChangedFact(one.kind().code(), one.name(), texts(one.before()), texts(one.after()), one.at());
    }

    private static String texts(List<Statement> said) {
        return said.stream()
                .map(statement -> statement.content().toString())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
