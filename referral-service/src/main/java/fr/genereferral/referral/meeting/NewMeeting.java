package fr.genereferral.referral.meeting;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The body of POST /v1/referrals/{id}/meetings, checked, and the command in one. */
record NewMeeting(
        LocalDate heldOn,
        String organiser,
        List<Meeting.Member> members,
        boolean quorum,
        String therapy,
        Meeting.Decision decision,
        String reason,
        String comment,
        List<String> overrules) {

    NewMeeting {
        overrules = overrules == null ? List.of() : List.copyOf(overrules);
    }

    boolean isPostponed() {
        return decision == Meeting.Decision.POSTPONED;
    }

    /**
     * As it is kept.
     *
     * @param sealed the comment; null where none was given
     */
    Meeting recorded(
            UUID id,
            byte[] sealed,
            Meeting.Judgement judgement,
            int dossierVersion,
            Instant at,
            Actor by,
            IdempotencyKey request) {
        return new Meeting(
                id,
                heldOn,
                organiser,
                members,
                quorum,
                therapy,
                decision,
                reason,
                sealed,
                overrules,
                judgement,
                dossierVersion,
                at,
                by,
                request);
    }

    @Override
    public String toString() {
        return "NewMeeting[" + heldOn + "]";
    }
}
