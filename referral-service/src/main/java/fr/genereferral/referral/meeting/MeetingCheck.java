package fr.genereferral.referral.meeting;

import static fr.genereferral.referral.web.CodeCatalogue.Kind.FUNCTION;
import static fr.genereferral.referral.web.CodeCatalogue.Kind.MEETING;

import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.CheckDigits;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Says everything at once that is wrong with a meeting, before anybody looks at whom it was about. */
@ApplicationScoped
class MeetingCheck {
    private final BodySchema schema = BodySchema.of("NewMeeting.v1");
    private final CodeCatalogue codes;
    private final Clock clock;

    MeetingCheck(CodeCatalogue codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    NewMeeting checked(byte[] body) {
        var meeting = StrictJson.convert(schema.read(body), NewMeeting.class);
        var found = new ArrayList<Violation>();
        day(meeting, found);
        members(meeting, found);
        found.addAll(codes.violations(MEETING, meeting.reason(), "/reason"));
        decision(meeting, found);
        Refused.ifAny(found);
        return meeting;
    }

    private void day(NewMeeting meeting, List<Violation> found) {
        var today = Paris.dayOf(clock.instant());
        if (meeting.heldOn().isAfter(today)) {
            found.add(new Violation("/heldOn", "DATE_IN_FUTURE", today.toString()));
        }
    }

    private void members(NewMeeting meeting, List<Violation> found) {
        for (var i = 0; i < meeting.members().size(); i++) {
            var member = meeting.members().get(i);
            found.addAll(codes.violations(FUNCTION, member.function(), "/members/" + i + "/function"));
            if (!CheckDigits.areRightInRpps(member.rpps())) {
                found.add(new Violation("/members/" + i + "/rpps", "WRONG_CHECK_DIGIT", null));
            }
        }
    }

    /** Too few cannot decide; who has not decided overrules nothing. */
    private static void decision(NewMeeting meeting, List<Violation> found) {
        if (!meeting.quorum() && !meeting.isPostponed()) {
            found.add(new Violation("/decision", "VALUE_NOT_ALLOWED", "POSTPONED"));
        }
        if (meeting.isPostponed() && !meeting.overrules().isEmpty()) {
            found.add(new Violation("/overrules", "TOO_LONG", "0"));
        }
    }
}
