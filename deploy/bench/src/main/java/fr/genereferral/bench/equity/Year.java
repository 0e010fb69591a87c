package fr.genereferral.bench.equity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One year under one policy. A hub begins with one patient of a therapy at a time; who comes meanwhile waits. The
 * years before are played too and not counted, so that the hubs do not begin it idle.
 */
final class Year {
    static final int DAYS = 365;
    /** A queue near its capacity takes years to grow as long as it will be. */
    static final int YEARS_BEFORE = 5;

    static final int COUNTED_FROM = YEARS_BEFORE * DAYS;

    private final Policy policy;
    private final Choices choices;
    private final Map<Slot, Integer> nextStart = new HashMap<>();

    Year(Policy policy, Choices choices) {
        this.policy = policy;
        this.choices = choices;
    }

    /** @param referrals of all these years, by their day */
    List<Treated> play(List<Referral> referrals) {
        var treated = new ArrayList<Treated>();
        for (var referral : referrals) {
            var chosen = choices.of(referral.disease(), referral.from()).stream()
                    .min(Comparator.comparingDouble((Choice choice) -> cost(choice, referral))
                            .thenComparing(Choice::hub));
            chosen.map(choice -> treat(choice, referral))
                    .filter(child -> referral.day() >= COUNTED_FROM)
                    .ifPresent(treated::add);
        }
        return treated;
    }

    private double cost(Choice choice, Referral referral) {
        return policy.cost(choice, wait(choice, referral), choices.minutesPerWaitingDay());
    }

    private Treated treat(Choice choice, Referral referral) {
        var wait = wait(choice, referral);
        nextStart.put(
                slot(choice, referral),
                referral.day() + wait + referral.disease().daysBetweenStarts());
        return new Treated(referral.from().region(), slot(choice, referral), choice.minutes(), wait);
    }

    private int wait(Choice choice, Referral referral) {
        return Math.max(0, nextStart.getOrDefault(slot(choice, referral), 0) - referral.day());
    }

    private static Slot slot(Choice choice, Referral referral) {
        return new Slot(choice.hub(), referral.disease());
    }
}
