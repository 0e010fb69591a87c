package fr.genereferral.referral.assessment;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Referrals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps what the rules have judged and moves each referral on. */
@ApplicationScoped
class RecordingAssessment {
    private final Referrals referrals;
    private final Clock clock;

    RecordingAssessment(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    /** A judgement, and the referral that it is of. */
    record Heard(UUID referralId, Assessment assessment) {}

    Uni<Void> record(List<Heard> heard) {
        var ids = heard.stream().map(Heard::referralId).distinct().toList();
        return referrals.changeAll(
                ids,
                found -> heard.forEach(event -> {
                    var referral = found.get(event.referralId());
                    if (referral == null) {
                        throw new IllegalStateException("an assessment of a referral that was never sent");
                    }
                    referral.assessed(event.assessment(), Actor.RULES, clock.instant());
                }));
    }
}
