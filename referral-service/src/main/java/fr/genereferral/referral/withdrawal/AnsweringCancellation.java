package fr.genereferral.referral.withdrawal;

import static fr.genereferral.referral.web.CodeCatalogue.Kind.REFUSAL_WITHOUT_CONSENT;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.web.CodeCatalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Lets the hub in charge stop as the hospital wished, or say why it cannot. */
@ApplicationScoped
class AnsweringCancellation {
    private final Referrals referrals;
    private final CodeCatalogue codes;
    private final Clock clock;

    AnsweringCancellation(Referrals referrals, CodeCatalogue codes, Clock clock) {
        this.referrals = referrals;
        this.codes = codes;
        this.clock = clock;
    }

    Uni<StoredReferral> answer(UUID id, CancellationAnswer answer, Access access) {
        var evenWithoutConsent = codes.of(REFUSAL_WITHOUT_CONSENT);
        return referrals.move(id, access, referral -> {
            var hub = new InCharge(referral);
            if (answer.isConfirmed()) {
                hub.confirmCancellation(access.by(), clock.instant());
            } else {
                hub.refuseCancellation(answer.reason(), evenWithoutConsent, access.by(), clock.instant());
            }
        });
    }
}
