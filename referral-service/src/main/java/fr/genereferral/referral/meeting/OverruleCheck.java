package fr.genereferral.referral.meeting;

import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Refused.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what a meeting overrules against what the rules have said: who differs says where, and nowhere else. */
final class OverruleCheck {
    private final NewMeeting meeting;
    private final Optional<Judged> judged;

    OverruleCheck(NewMeeting meeting, Optional<Judged> judged) {
        this.meeting = meeting;
        this.judged = judged;
    }

    /** A yes overrules every criterion that stands against the therapy; a no those that it does not find fulfilled. */
    List<Violation> violations() {
        var found = new ArrayList<Violation>();
        var possible = possible();
        for (var i = 0; i < meeting.overrules().size(); i++) {
            if (!possible.contains(meeting.overrules().get(i))) {
                found.add(new Violation("/overrules/" + i, "VALUE_NOT_ALLOWED", String.join(", ", possible)));
            }
        }
        if (meeting.decision() == Decision.GO && !meeting.overrules().containsAll(possible)) {
            found.add(new Violation("/overrules", "TOO_SHORT", String.join(", ", possible)));
        }
        return found;
    }

    private List<String> possible() {
        return switch (meeting.decision()) {
            case GO -> judged.map(Judged::obstacles).orElse(List.of());
            case NO_GO -> judged.map(Judged::fulfilled).orElse(List.of());
            case POSTPONED -> List.of();
        };
    }
}
