package fr.genereferral.referral.submission;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.Reference;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.Suspicion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes a referral in, once for each key, and lets the assessment begin. */
@ApplicationScoped
public class SubmittingReferral {
    private final Referrals referrals;
    private final IdentityKeys keys;
    private final DuplicateCheck duplicates;
    private final FirstRequest first;
    private final RequestHash hash;
    private final Clock clock;

    SubmittingReferral(
            Referrals referrals, IdentityKeys keys, DuplicateCheck duplicates, RequestHash hash, Clock clock) {
        this.referrals = referrals;
        this.keys = keys;
        this.duplicates = duplicates;
        this.first = new FirstRequest(referrals);
        this.hash = hash;
        this.clock = clock;
    }

    /** @return the referral under which it is kept: that of the first request when this one repeats it */
    public Uni<StoredReferral> submit(NewReferral asked, IdempotencyKey key, Access access) {
        return first.once(key, access, () -> look(asked, key, access));
    }

    private Uni<StoredReferral> look(NewReferral asked, IdempotencyKey key, Access access) {
        return duplicates
                .check(asked, access.by().organisation())
                .chain(suspicion -> store(asked, suspicion, key, access));
    }

    private Uni<StoredReferral> store(NewReferral asked, Suspicion suspicion, IdempotencyKey key, Access access) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return keys.create(id).chain(seal -> {
            var marks = new PatientMarks(access.by().organisation(), hash);
            var sent = asked.sealed(id, Reference.drawn(), suspicion, seal, marks);
            var referral = Referral.submitted(sent, access.by(), now());
            return referrals
                    .store(referral, sent, key, access)
                    .chain(kept -> kept.equals(id)
                            ? Uni.createFrom().item(new StoredReferral(referral, sent.dossier()))
                            : first.again(kept, access));
        });
    }

    /** As fine as a database keeps it: the first answer and every later one say the same instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
