package fr.genereferral.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The verdicts of one assessment, in the catalogue's order. */
public record Verdicts(List<Verdict> all) {
    public Verdicts {
        all = List.copyOf(all);
    }

    public static Verdicts none() {
        return new Verdicts(List.of());
    }

    /** Those that move the referral: the asked ones in the order of preference, or, when none was named, all sought. */
    List<Verdict> deciding(Therapies asked) {
        if (asked.ids().isEmpty()) {
            return all.stream().filter(Verdict::sought).toList();
        }
        return asked.ids().stream().flatMap(this::of).toList();
    }

    /**
     * The first day on which one of those that move the referral ends by itself; null when none is known.
     *
     * @param meant of which it is asked
     */
    LocalDate eligibleUntil(Therapies asked, Predicate<Verdict> meant) {
        return deciding(asked).stream()
                .filter(meant)
                .map(Verdict::eligibleUntil)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private Stream<Verdict> of(String therapy) {
        return all.stream().filter(v -> v.therapy().equals(therapy));
    }

    /** What was said of a therapy that is among them. */
    Verdict.Outcome outcomeOf(String therapy) {
        return of(therapy).findFirst().orElseThrow().outcome();
    }

    /**
     * What follows for the referral; precedence as in the table of moves: eligible, missing, deferred, no. A deferral
     * that does not end by itself waits for the hospital.
     *
     * @param on the day on which it follows
     */
    NextStep nextStep(Therapies asked, LocalDate on) {
        var deciding = deciding(asked);
        return first(deciding, v -> v.outcome() == Verdict.Outcome.ELIGIBLE)
                .map(v -> NextStep.route(v, List.of()))
                .or(() -> first(deciding, Verdict::onlyPending).map(v -> NextStep.route(v, v.missingIds())))
                .or(() -> first(deciding, v -> v.outcome() == Verdict.Outcome.NEEDS_INFO)
                        .map(v -> NextStep.to(ReferralStatus.AWAITING_INFORMATION)))
                .or(() -> deferral(deciding, on))
                .orElseGet(() -> NextStep.notEligible(deciding.stream()
                        .map(Verdict::opensOn)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null)));
    }

    private static Optional<Verdict> first(List<Verdict> verdicts, Predicate<Verdict> wanted) {
        return verdicts.stream().filter(wanted).findFirst();
    }

    private static Optional<NextStep> deferral(List<Verdict> deciding, LocalDate on) {
        var deferred = deciding.stream()
                .filter(v -> v.outcome() == Verdict.Outcome.DEFERRED)
                .toList();
        if (deferred.stream().anyMatch(v -> v.isDue(on))) {
            return Optional.of(NextStep.to(ReferralStatus.AWAITING_INFORMATION));
        }
        return deferred.stream()
                .map(Verdict::deferredUntil)
                .min(LocalDate::compareTo)
                .map(NextStep::defer);
    }
}
