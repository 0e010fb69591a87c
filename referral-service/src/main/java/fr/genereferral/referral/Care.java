package fr.genereferral.referral;

import java.time.LocalDate;
import java.util.List;

/**
 * How far a child's care has come.
 *
 * @param decision what the last meeting of experts has decided that did decide; null before
 * @param startedOn the day on which care began; null before
 * @param outcome how it has ended; null before
 */
public record Care(Decided decision, LocalDate startedOn, Ending outcome) {

    /** Whether the child was treated. */
    public enum Result {
        TREATED,
        NOT_TREATED
    }

    /**
     * What has become of the child.
     *
     * @param therapy the one that was given; null when none was
     * @param reason coded reason why none was; null when one was
     */
    public record Ending(Result result, LocalDate on, String therapy, String reason) {}

    static Care none() {
        return new Care(null, null, null);
    }

    /** Whether there is anything to tell. */
    public boolean hasAny() {
        return decision != null || startedOn != null || outcome != null;
    }

    public boolean hasBegun() {
        return startedOn != null;
    }

    /** Whether a meeting has decided so about this therapy, and no other meeting otherwise since. */
    boolean isDecided(Meeting.Decision wanted, String therapy) {
        return decision != null
                && decision.decision() == wanted
                && decision.therapy().equals(therapy);
    }

    /**
     * One that was postponed has decided nothing: what stood before still stands. So it does when an earlier meeting is
     * recorded later.
     */
    Care after(Meeting meeting, Objections known) {
        return meeting.decision() == Meeting.Decision.POSTPONED || isOlder(meeting)
                ? this
                : new Care(Decided.by(meeting, known), startedOn, outcome);
    }

    private boolean isOlder(Meeting meeting) {
        return decision != null && meeting.heldOn().isBefore(decision.heldOn());
    }

    Care startedOn(LocalDate day) {
        return new Care(decision, day, outcome);
    }

    /** Another hub is asked: what a meeting has decided about the child still stands. */
    Care again() {
        return new Care(decision, null, null);
    }

    Care endedWith(Ending reported) {
        return new Care(decision, startedOn, reported);
    }

    /** The rules have judged again. */
    Care heard(Assessment heard) {
        return decision == null ? this : new Care(decision.heard(heard), startedOn, outcome);
    }

    /** What a hub has to wait for although a meeting has said yes. */
    List<String> conditions(Verdict verdict) {
        return decision == null ? List.of() : decision.conditions(verdict);
    }

    /** The rules' verdicts as the meeting leaves them; what is kept and shown are those of the rules. */
    Verdicts seen(Verdicts heard, int dossierVersion) {
        return decision == null
                ? heard
                : new Verdicts(heard.all().stream()
                        .map(verdict -> decision.seen(verdict, dossierVersion))
                        .toList());
    }
}
