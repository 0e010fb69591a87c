package fr.genereferral.referral;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What an assessment makes of a referral.
 *
 * @param therapy verdict of the therapy to offer, when a hub is to be found
 * @param conditionalOn criteria whose pending fact the hub must wait for
 * @param date end of the deferral, or the day an age bound opens; absent when nobody knows
 */
record NextStep(ReferralStatus state, Verdict therapy, List<String> conditionalOn, LocalDate date) {

    static NextStep route(Verdict therapy, List<String> conditionalOn) {
        return new NextStep(ReferralStatus.ROUTING, therapy, conditionalOn, null);
    }

    static NextStep to(ReferralStatus state) {
        return new NextStep(state, null, List.of(), null);
    }

    static NextStep defer(LocalDate until) {
        return new NextStep(ReferralStatus.DEFERRED, null, List.of(), until);
    }

    static NextStep notEligible(LocalDate opensOn) {
        return new NextStep(ReferralStatus.NOT_ELIGIBLE, null, List.of(), opensOn);
    }

    /** With more for the hub to wait for. */
    NextStep waitingFor(List<String> more) {
        var all = new LinkedHashSet<>(conditionalOn);
        all.addAll(more);
        return new NextStep(state, therapy, List.copyOf(all), date);
    }

    /** What hub-directory-service is asked; only for a step to ROUTING. */
    ReferralEvent.RoutingRequested request(Referral referral, long sequence, LocalDate today) {
        var facts = referral.facts();
        return new ReferralEvent.RoutingRequested(
                referral.id(),
                sequence,
                referral.routing(),
                therapy.therapy(),
                therapy.packVersion(),
                referral.verdicts().outcomeOf(therapy.therapy()).name(),
                conditionalOn,
                therapy.warnings(),
                facts.birthDate(),
                facts.weightKg(),
                Urgency.derived(facts.birthDate(), therapy.eligibleUntil(), today),
                therapy.eligibleUntil(),
                referral.organisation(),
                facts.residenceDepartement(),
                facts.followedBy(),
                referral.wishes().preferredHub(),
                referral.wishes().declinedHubs(),
                referral.clockStartedAt());
    }
}
