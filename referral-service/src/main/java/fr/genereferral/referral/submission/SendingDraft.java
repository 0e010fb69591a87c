package fr.genereferral.referral.submission;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Drafts;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.Reference;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.submission.OpeningDraft.Opened;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Takes in a referral that was written as a draft, once for each key, as if it had just been sent as a whole. */
@ApplicationScoped
class SendingDraft {
    private final OpeningDraft opening;
    private final DraftCheck check;
    private final DuplicateCheck duplicates;
    private final IdentityKeys keys;
    private final Drafts drafts;
    private final FirstRequest first;
    private final RequestHash hash;
    private final Clock clock;

    SendingDraft(
            OpeningDraft opening,
            DraftCheck check,
            DuplicateCheck duplicates,
            IdentityKeys keys,
            Drafts drafts,
            Referrals referrals,
            RequestHash hash,
            Clock clock) {
        this.opening = opening;
        this.check = check;
        this.duplicates = duplicates;
        this.keys = keys;
        this.drafts = drafts;
        this.first = new FirstRequest(referrals);
        this.hash = hash;
        this.clock = clock;
    }

    /** Fails as refused with all that is missing or wrong, or because the hospital has referred the child already. */
    Uni<StoredReferral> send(UUID id, IdempotencyKey key, Access access) {
        return first.once(key, access, () -> look(id, key, access));
    }

    private Uni<StoredReferral> look(UUID id, IdempotencyKey key, Access access) {
        return opening.look(id, access).chain(opened -> {
            var asked = check.complete(opened.body());
            var marks = new PatientMarks(access.by().organisation(), hash);
            return duplicates
                    .check(asked, access.by().organisation())
                    .chain(suspicion -> keys.of(id)
                            .map(seal -> asked.sealed(
                                    id, new Reference(opened.referral().reference()), suspicion, seal, marks)))
                    .chain(sent -> send(opened, sent, key, access));
        });
    }

    /** As it was when it was looked at, or not at all. */
    private Uni<StoredReferral> send(Opened opened, Submission sent, IdempotencyKey key, Access access) {
        var referral = opened.referral();
        referral.send(sent, access.by(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return drafts.send(referral, sent, opened.version(), key, access)
                .replaceWith(new StoredReferral(referral, sent.dossier()));
    }
}
