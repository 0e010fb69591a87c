package fr.genereferral.referral.submission;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.DraftOvertaken;
import fr.genereferral.referral.Drafts;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens a draft as a whole, for the hospital that writes it. */
@ApplicationScoped
class OpeningDraft {
    private final Referrals referrals;
    private final Drafts drafts;

    OpeningDraft(Referrals referrals, Drafts drafts) {
        this.referrals = referrals;
        this.drafts = drafts;
    }

    /** @param version the one that was opened */
    record Opened(Referral referral, int version, DraftBody body) {}

    /** Fails as refused when it is no draft any more, or another hospital's. */
    Uni<Opened> open(UUID id, Access access) {
        return Uni.createFrom()
                .deferred(() -> opened(referrals.readState(id, access), access))
                // Sent or stopped while it was being opened: a second look says so.
                .onFailure(DraftOvertaken.class)
                .retry()
                .atMost(1)
                .onFailure(DraftOvertaken.class)
                .transform(again -> Refused.because("OVERTAKEN"));
    }

    /**
     * As {@link #open}, to send it: nobody is shown anything, and no audit row is left. Fails as {@link DraftOvertaken} when it
     * was sent or stopped while it was being opened.
     */
    Uni<Opened> look(UUID id, Access access) {
        return opened(referrals.find(id, access), access);
    }

    private Uni<Opened> opened(Uni<Referral> found, Access access) {
        return found.invoke(referral -> referral.demandDraft(access.by())).chain(referral -> drafts.of(
                        referral.id(), access)
                .map(draft -> draft.orElseThrow(DraftOvertaken::new))
                .chain(draft -> drafts.identity(referral.id(), access)
                        .map(identity -> identity.orElseThrow(DraftOvertaken::new))
                        .map(identity -> new Opened(referral, draft.version(), DraftBody.kept(draft, identity)))));
    }
}
