package fr.genereferral.referral.withdrawal;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Lets the hub in charge stop as the hospital wished, or say why it cannot; the coordinator may say for a hub that does not
 * answer that it stops.
 */
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
        var isCoordinator = access.by().role().equals(Roles.COORDINATOR);
        if (isCoordinator && !answer.isConfirmed()) {
            throw Refused.invalid(List.of(new Violation("/decision", "VALUE_NOT_ALLOWED", "CONFIRMED")));
        }
        return referrals.move(id, access, referral -> {
            var hub = new InCharge(referral);
            if (isCoordinator) {
                hub.confirmForTheHub(access.by(), clock.instant());
            } else if (answer.isConfirmed()) {
                hub.confirmCancellation(access.by(), clock.instant());
            } else {
                refuse(referral, answer.reason(), access);
            }
        });
    }

    private void refuse(Referral referral, String reason, Access access) {
        var wanted = referral.withdrawalReason();
        var holding = wanted == null ? List.<String>of() : codes.refusalsOf(wanted);
        new InCharge(referral).refuseCancellation(reason, holding, access.by(), clock.instant());
    }
}
