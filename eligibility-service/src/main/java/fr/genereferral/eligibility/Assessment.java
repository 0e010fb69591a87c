package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The immutable judgement of one dossier on one date under one set of rule packs: a verdict per therapy.
 *
 * @param classifications what was found of its variants since they were reported
 */
public record Assessment(
        LocalDate evaluationDate,
        List<PackVersion> packs,
        List<Classification> classifications,
        List<TherapyVerdict> verdicts) {

    /** The first day on which any of the answers changes by itself, or is to be looked at again. */
    public Optional<LocalDate> nextDay() {
        return verdicts.stream()
                .flatMap(verdict -> Stream.concat(
                        Stream.of(
                                verdict.dates().validUntil().map(day -> day.plusDays(1)),
                                verdict.dates().deferredUntil()),
                        // A result that has not come by its day is not on its way any more.
                        verdict.missing().stream().map(m -> m.pendingUntil().map(day -> day.plusDays(1)))))
                .flatMap(Optional::stream)
                .filter(day -> day.isAfter(evaluationDate))
                .min(Comparator.naturalOrder());
    }

    public record PackVersion(String therapy, int version) {}

    /**
     * What one pack says.
     *
     * @param amm empty where there is no European authorisation to judge against
     * @param decisive by missing criterion, the inputs that could still change the answer
     */
    public record TherapyVerdict(
            RulePack pack,
            boolean sought,
            Judgement fr,
            Optional<Judgement> amm,
            RulePack.Access access,
            List<String> warnings,
            List<MissingCriterion> missing,
            Map<String, Set<Input>> decisive,
            Dates dates,
            List<JudgedCriterion> criteria) {}

    /**
     * When the answer changes.
     *
     * @param deferredUntil when to look again at what defers
     * @param opensOn first day on which an age bound opens
     * @param eligibleUntil last day before an age bound ends it
     * @param validUntil last day on which the answer stays as it is
     */
    public record Dates(
            Optional<LocalDate> deferredUntil,
            Optional<LocalDate> opensOn,
            Optional<LocalDate> eligibleUntil,
            Optional<LocalDate> validUntil) {}

    /** A criterion that waits for inputs; pendingUntil is set if it may wait while the referral goes on. */
    public record MissingCriterion(String id, Optional<LocalDate> pendingUntil, List<Reading> inputs) {}
}
