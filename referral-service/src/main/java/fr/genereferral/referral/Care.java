package fr.genereferral.referral;

import java.time.LocalDate;
import java.util.LinkedHashSet;
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

    /**
     * A decision that stands until another meeting decides otherwise.
     *
     * @param overrules the criteria that the meeting judges otherwise than the rules
     * @param settled those that the meeting's yes settles: what it overruled, and what the day or a rule has added since
     * @param dossierVersion the facts as the meeting knew them
     */
    public record Decided(
            String therapy,
            Meeting.Decision decision,
            LocalDate heldOn,
            List<String> overrules,
            List<String> settled,
            int dossierVersion) {
        public Decided {
            overrules = List.copyOf(overrules);
            settled = List.copyOf(settled);
        }

        static Decided by(Meeting meeting) {
            return new Decided(
                    meeting.therapy(),
                    meeting.decision(),
                    meeting.heldOn(),
                    meeting.overrules(),
                    meeting.overrules(),
                    meeting.dossierVersion());
        }

        boolean isGo() {
            return decision == Meeting.Decision.GO;
        }

        private Decided settling(List<String> more) {
            var all = new LinkedHashSet<>(settled);
            all.addAll(more);
            return new Decided(therapy, decision, heldOn, overrules, List.copyOf(all), dossierVersion);
        }

        /**
         * The verdict as the meeting leaves it. A yes holds while nothing stands against the therapy but what it has
         * settled; a no holds until new facts are known.
         */
        private Verdict seen(Verdict verdict, int nowKnown) {
            if (!verdict.therapy().equals(therapy)) {
                return verdict;
            }
            if (isGo()) {
                return settled.containsAll(verdict.obstacles()) ? verdict.as(Verdict.Outcome.ELIGIBLE) : verdict;
            }
            return nowKnown == dossierVersion ? verdict.as(Verdict.Outcome.NOT_ELIGIBLE) : verdict;
        }
    }

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

    /** One that was postponed has decided nothing: what stood before still stands. */
    Care after(Meeting meeting) {
        return meeting.decision() == Meeting.Decision.POSTPONED
                ? this
                : new Care(Decided.by(meeting), startedOn, outcome);
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

    /** The day or a rule has come: what that adds does not undo a yes. */
    Care settling(Verdicts heard) {
        if (decision == null || !decision.isGo()) {
            return this;
        }
        var added = heard.all().stream()
                .filter(verdict -> verdict.therapy().equals(decision.therapy()))
                .flatMap(verdict -> verdict.obstacles().stream())
                .toList();
        return new Care(decision.settling(added), startedOn, outcome);
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
