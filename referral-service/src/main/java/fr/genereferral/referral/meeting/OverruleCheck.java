package fr.genereferral.referral.meeting;

import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Obstacle;
import fr.genereferral.referral.Refused.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Holds what a meeting overrules against what the rules have said: who differs says where, and nowhere else. */
final class OverruleCheck {
    private final NewMeeting meeting;
    private final Optional<Judged> judged;

    OverruleCheck(NewMeeting meeting, Optional<Judged> judged) {
        this.meeting = meeting;
        this.judged = judged;
    }

    /**
     * A yes overrules every criterion that stands against the therapy, and may overrule what is only missing; a no those that
     * it does not find fulfilled, and at least one where the rules have said yes.
     */
    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        var possible = possible();
        for (var i = 0; i < meeting.overrules().size(); i++) {
            if (!possible.contains(meeting.overrules().get(i))) {
                found.add(new Violation("/overrules/" + i, "VALUE_NOT_ALLOWED", String.join(", ", possible)));
            }
        }
        var needed = needed();
        if (!meeting.overrules().containsAll(needed)) {
            found.add(new Violation("/overrules", "TOO_SHORT", String.join(", ", needed)));
        } else if (isSilent()) {
            found.add(new Violation("/overrules", "TOO_SHORT", "1"));
        }
        return found;
    }

    private List<String> needed() {
        return meeting.decision() == Decision.GO
                ? ids(obstacle -> obstacle.effect() != Obstacle.Effect.MISSING)
                : List.of();
    }

    private boolean isSilent() {
        return meeting.decision() == Decision.NO_GO
                && meeting.overrules().isEmpty()
                && judged.filter(Judged::isEligible).isPresent();
    }

    private List<String> ids(Predicate<Obstacle> wanted) {
        return judged.stream()
                .flatMap(one -> one.obstacles().stream())
                .filter(wanted)
                .map(Obstacle::criterion)
                .distinct()
                .toList();
    }

    private List<String> possible() {
        return switch (meeting.decision()) {
            case GO -> ids(obstacle -> true);
            case NO_GO -> judged.map(Judged::fulfilled).orElse(List.of());
            case POSTPONED -> List.of();
        };
    }
}
