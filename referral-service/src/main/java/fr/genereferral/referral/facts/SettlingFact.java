package fr.genereferral.referral.facts;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lets a clinician say which of several contradicting statements holds; the others stay in the history. */
@ApplicationScoped
class SettlingFact {
    private final Referrals referrals;
    private final Clock clock;

    SettlingFact(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    Uni<StoredReferral> settle(UUID id, String name, Settlement settlement, Access access) {
        return referrals.amend(id, access, (referral, kept) -> {
            referral.demandSpeaker(access.by());
            var history = FactHistory.of(kept);
            var fact = history.named(name).orElseThrow(() -> Refused.because("FACT_NOT_FOUND"));
            referral.demandAmendable(access.by());
            demandChoice(referral, fact, settlement, access);
            settle(referral, history, fact, settlement, access);
        });
    }

    private static void demandChoice(Referral referral, Fact fact, Settlement settlement, Access access) {
        if (fact.choices().isEmpty() || fact.holds(settlement.holds())) {
            throw Refused.moveNotAllowed(referral.actionsOf(access.by().organisation()));
        }
        if (!fact.choices().contains(settlement.holds())) {
            var choices = fact.choices().stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw Refused.invalid(List.of(new Violation("/holds", "VALUE_NOT_ALLOWED", choices)));
        }
    }

    private void settle(Referral referral, FactHistory history, Fact fact, Settlement settlement, Access access) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new FactEntry(
                history.next(),
                referral.dossierVersion() + 1,
                fact.kind(),
                fact.name(),
                null,
                settlement.holds(),
                fact.setAsideFor(settlement.holds()),
                settlement.reason(),
                now,
                access.by(),
                null);
        history.enter(entry);
        referral.amended(Amendments.of("FACT_SETTLED", history, List.of(entry)), access.by(), now);
    }
}
