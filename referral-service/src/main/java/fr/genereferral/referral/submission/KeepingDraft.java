package fr.genereferral.referral.submission;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Draft;
import fr.genereferral.referral.Drafts;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Reference;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Keeps what a hospital writes of a referral until it sends it. */
@ApplicationScoped
class KeepingDraft {
    private final Referrals referrals;
    private final Drafts drafts;
    private final Clock clock;

    KeepingDraft(Referrals referrals, Drafts drafts, Clock clock) {
        this.referrals = referrals;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @param draft empty when it has been sent or stopped meanwhile */
    record Kept(StoredReferral stored, Optional<Draft> draft) {}

    /** Once for each key. */
    Uni<Kept> begin(DraftBody body, IdempotencyKey key, Access access) {
        return referrals
                .storedUnder(key)
                .chain(earlier -> earlier.isPresent() ? Uni.createFrom().item(earlier.get()) : first(body, key, access))
                .chain(id -> kept(id, access));
    }

    private Uni<UUID> first(DraftBody body, IdempotencyKey key, Access access) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var referral = Referral.drafted(UuidCreator.getTimeOrderedEpoch(), Reference.drawn(), access.by(), now);
        return drafts.store(referral, body.written(), key, access);
    }

    /**
     * Puts another content in place of the one that is kept.
     *
     * @param version the one that the hospital has read; null for whatever stands there
     */
    Uni<Kept> replace(UUID id, Integer version, DraftBody body, Access access) {
        return demandDraft(id, access).chain(referral -> drafts.replace(id, version, body.written(), access)
                .chain(saved -> saved.map(draft -> Uni.createFrom().item(saved(referral, draft)))
                        .orElseGet(() -> lost(id, access))));
    }

    /** What this request has saved, with its version: by now somebody else may have saved another, or sent it. */
    private static Kept saved(Referral referral, Draft draft) {
        referral.saved(draft.savedAt());
        return new Kept(new StoredReferral(referral, null), Optional.of(draft));
    }

    private Uni<Referral> demandDraft(UUID id, Access access) {
        return referrals.find(id, access).invoke(referral -> referral.demandDraft(access.by()));
    }

    private Uni<Kept> kept(UUID id, Access access) {
        return referrals.read(id, access.doing("READ_DOSSIER")).chain(stored -> drafts.of(id, access)
                .map(draft -> new Kept(stored, draft)));
    }

    /** Somebody was faster: it has been sent, or saved anew. */
    private Uni<Kept> lost(UUID id, Access access) {
        return demandDraft(id, access).chain(() -> Uni.createFrom().failure(Refused.because("STALE")));
    }
}
