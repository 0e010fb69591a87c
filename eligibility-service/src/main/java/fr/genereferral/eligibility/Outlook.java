package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Assessment.Dates;
import fr.genereferral.eligibility.Criterion.Effect;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of a verdict: by what is still to be found out, and by time alone.
 *
 * @param decisive by missing criterion, the inputs that could still change the answer
 */
record Outlook(Map<String, Set<Input>> decisive, Dates dates) {
    /** For who asks how things stand, and not how they go on. */
    static final Outlook NOT_ASKED =
            new Outlook(Map.of(), new Dates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    /** How it is found out. */
    interface Look {
        Outlook at(PreparedPack prepared, Evidence evidence, PackJudgement judged);
    }

    static Outlook of(PreparedPack prepared, Evidence evidence, PackJudgement judged) {
        var again = new Rejudging(prepared, evidence);
        var horizon = new Horizon(prepared, evidence, judged, again);
        var dates = new Dates(
                deferredUntil(judged, evidence.day()),
                horizon.opensOn(),
                horizon.eligibleUntil(),
                horizon.validUntil());
        return new Outlook(new DecisiveFacts(prepared, evidence, judged, again).find(), dates);
    }

    /** The earliest day that is known for anything that defers. */
    private static Optional<LocalDate> deferredUntil(PackJudgement judged, LocalDate on) {
        if (judged.fr().verdict() != Verdict.DEFERRED) {
            return Optional.empty();
        }
        return judged.with(Effect.DEFERS).stream()
                .flatMap(c -> reviewDays(c, on))
                .min(Comparator.naturalOrder());
    }

    /**
     * The day on which what holds is over; else the day stated with the fact; else the pack's interval after its date,
     * today when that has passed.
     */
    private static Stream<LocalDate> reviewDays(JudgedCriterion judged, LocalDate on) {
        var ends = judged.explanation().ends().toList();
        if (!ends.isEmpty()) {
            return ends.stream();
        }
        var readings = judged.explanation().readings().toList();
        var stated = readings.stream()
                .map(Reading::expected)
                .filter(day -> day != null && !day.isBefore(on))
                .toList();
        var after = judged.criterion().reviewAfter();
        if (!stated.isEmpty() || after == null) {
            return stated.stream();
        }
        return readings.stream()
                .map(Reading::date)
                .map(date -> (date == null ? on : date).plus(after))
                .map(day -> day.isBefore(on) ? on : day);
    }
}
