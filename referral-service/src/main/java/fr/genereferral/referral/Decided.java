package fr.genereferral.referral;

import fr.genereferral.referral.Verdict.Outcome;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A decision that stands until another meeting decides otherwise.
 *
 * @param overrules the criteria that the meeting judges otherwise than the rules
 * @param settled what the meeting's yes settles: what it overruled, and what the day or a rule has added since
 * @param left what was missing and the meeting did not overrule: the hub has to wait for it
 * @param holds false once a new fact stands against a yes: what was decided is no longer read over the rules' verdicts
 * @param dossierVersion the facts as the meeting knew them
 * @param judgedVersion the last facts of which it is known what the rules hold against the therapy
 */
public record Decided(
        String therapy,
        Meeting.Decision decision,
        LocalDate heldOn,
        List<String> overrules,
        List<Obstacle> settled,
        List<Obstacle> left,
        boolean holds,
        int dossierVersion,
        int judgedVersion) {
    /** Causes of a judgement that say nothing new of the child. */
    private static final Set<String> NO_NEWS = Set.of("TIME", "RULES");

    /** A therapy that is closed, or for another disease, is not opened by a meeting. */
    private static final Set<Outcome> OPENED = EnumSet.of(Outcome.NOT_ELIGIBLE, Outcome.DEFERRED, Outcome.NEEDS_INFO);

    public Decided {
        overrules = List.copyOf(overrules);
        settled = List.copyOf(settled);
        left = List.copyOf(left);
    }

    static Decided by(Meeting meeting, Objections known) {
        Predicate<Obstacle> named = obstacle -> meeting.overrules().contains(obstacle.criterion());
        return new Decided(
                meeting.therapy(),
                meeting.decision(),
                meeting.heldOn(),
                meeting.overrules(),
                known.all().stream().filter(named).toList(),
                known.all().stream()
                        .filter(named.negate())
                        .filter(obstacle -> obstacle.effect() == Obstacle.Effect.MISSING)
                        .toList(),
                true,
                meeting.dossierVersion(),
                known.dossierVersion());
    }

    private boolean isGo() {
        return decision == Meeting.Decision.GO;
    }

    /**
     * What the day or a rule adds to facts that were judged before does not undo a yes. What is new about the child does:
     * nobody has decided about it.
     */
    Decided heard(Assessment heard) {
        return isGo() && holds
                ? heard.verdicts().all().stream()
                        .filter(verdict -> verdict.therapy().equals(therapy))
                        .findFirst()
                        .map(verdict -> heard(verdict, heard))
                        .orElse(this)
                : this;
    }

    private Decided heard(Verdict verdict, Assessment heard) {
        if (NO_NEWS.contains(heard.cause()) && heard.dossierVersion() == judgedVersion) {
            var all = new LinkedHashSet<>(settled);
            verdict.obstacles().stream()
                    .filter(obstacle -> !left.contains(obstacle))
                    .forEach(all::add);
            return with(List.copyOf(all), true, judgedVersion);
        }
        return with(settled, covers(verdict), heard.dossierVersion());
    }

    private Decided with(List<Obstacle> nowSettled, boolean stillHolds, int version) {
        return new Decided(therapy, decision, heldOn, overrules, nowSettled, left, stillHolds, dossierVersion, version);
    }

    private boolean covers(Verdict verdict) {
        return verdict.obstacles().stream().allMatch(obstacle -> settled.contains(obstacle) || left.contains(obstacle));
    }

    /**
     * The verdict as the meeting leaves it. A yes holds while nothing stands against the therapy but what it has settled or
     * left open; a no holds until new facts are known.
     */
    Verdict seen(Verdict verdict, int nowKnown) {
        if (!verdict.therapy().equals(therapy)) {
            return verdict;
        }
        if (isGo()) {
            return opens(verdict) ? verdict.as(Outcome.ELIGIBLE) : verdict;
        }
        return nowKnown == dossierVersion ? verdict.as(Outcome.NOT_ELIGIBLE) : verdict;
    }

    private boolean opens(Verdict verdict) {
        return holds && OPENED.contains(verdict.outcome()) && covers(verdict);
    }

    /** What a hub has to wait for although the meeting has said yes. */
    List<String> conditions(Verdict verdict) {
        var open = verdict.therapy().equals(therapy) && isGo() && holds ? left : List.<Obstacle>of();
        return verdict.obstacles().stream()
                .filter(open::contains)
                .map(Obstacle::criterion)
                .toList();
    }
}
