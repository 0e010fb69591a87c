package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What referral-service asks: offer this therapy to a hub.
 *
 * @param number 1 for the first routing of a referral, then 2, …
 * @param conditionalOn criteria whose pending fact is still to come
 * @param background who refers, where the child lives, who follows it and what the family wishes
 * @param clockStartedAt where the equity clock started
 */
public record RoutingRequest(
        UUID referralId,
        int number,
        Asked asked,
        PatientFacts patient,
        Urgency urgency,
        LocalDate eligibleUntil,
        Background background,
        Instant clockStartedAt) {

    /** How far to look for a place: not beyond what the child can wait for. */
    int weeksAhead(LocalDate day, RoutingParameters parameters) {
        var weeks = parameters.weeksAhead();
        if (eligibleUntil == null) {
            return weeks;
        }
        var inTime = CapacityPlan.weeks(day, weeks)
                .filter(week -> week.monday().isBefore(eligibleUntil))
                .count();
        // The first week counts though it be too late: a hub that rests is not asked.
        return Math.min(weeks, Math.max(1, Math.toIntExact(inTime)));
    }

    /** Whether one may look for a place as far ahead as one looks for any child. */
    boolean canWait(LocalDate day, RoutingParameters parameters) {
        return weeksAhead(day, parameters) == parameters.weeksAhead();
    }

    /** Whether the child is, by what the rules had said, too old or too heavy by that day. */
    public boolean isOverOn(LocalDate day) {
        return eligibleUntil != null && !eligibleUntil.isAfter(day);
    }

    /** The same, were the family to decline no hub: for whoever names one by hand. */
    RoutingRequest whateverTheFamilyDeclines() {
        var wishes = new Wishes(background.wishes().preferred(), List.of());
        var open = new Background(background.hospital(), background.residence(), background.followedBy(), wishes);
        return new RoutingRequest(referralId, number, asked, patient, urgency, eligibleUntil, open, clockStartedAt);
    }

    /** The therapy, and how the rules have judged it. */
    public record Asked(
            String therapy, int packVersion, String verdict, List<String> conditionalOn, List<String> warnings) {}

    /**
     * Where the child comes from.
     *
     * @param hospital FINESS ET of the referring hospital
     * @param residence département of residence, null when unknown
     * @param followedBy FINESS ET of the site that follows the child, null when none does
     */
    public record Background(String hospital, String residence, String followedBy, Wishes wishes) {

        public Optional<String> knownResidence() {
            return Optional.ofNullable(residence);
        }

        boolean isFollowedBy(String hub) {
            return hub.equals(followedBy);
        }
    }

    /**
     * What the family wishes.
     *
     * @param preferred hub that it would rather go to, null when it named none
     * @param declined hubs that it does not go to
     */
    public record Wishes(String preferred, List<String> declined) {
        public Wishes {
            declined = List.copyOf(declined);
        }

        public static Wishes none() {
            return new Wishes(null, List.of());
        }

        boolean declines(String hub) {
            return declined.contains(hub);
        }

        /** Null when the family named none: then it is no term. */
        Boolean preferenceFor(String hub) {
            return preferred == null ? null : preferred.equals(hub);
        }
    }
}
