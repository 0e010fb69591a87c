package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs for one therapy between two assessments of the same patient; a side is empty where the therapy, or the
 * criterion, was not judged.
 */
public record AssessmentChange(
        String therapy, Optional<TherapyVerdict> from, Optional<TherapyVerdict> to, List<CriterionChange> criteria) {

    public record CriterionChange(String id, Optional<JudgedCriterion> from, Optional<JudgedCriterion> to) {
        private boolean isOne() {
            return !from.map(CriterionChange::said).equals(to.map(CriterionChange::said));
        }

        private static String said(JudgedCriterion judged) {
            return judged.explanation().truth() + " " + judged.effect();
        }
    }

    /** In the order of the first assessment, then of the second; therapies without any difference are left out. */
    public static List<AssessmentChange> between(Assessment first, Assessment second) {
        var before = byTherapy(first);
        var after = byTherapy(second);
        return both(before.keySet().stream(), after.keySet().stream())
                .map(therapy -> change(
                        therapy, Optional.ofNullable(before.get(therapy)), Optional.ofNullable(after.get(therapy))))
                .filter(AssessmentChange::isOne)
                .toList();
    }

    private static Map<String, TherapyVerdict> byTherapy(Assessment assessment) {
        return byName(assessment.verdicts(), v -> v.pack().therapy());
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, v -> v, (a, b) -> a, LinkedHashMap::new));
    }

    private static Stream<String> both(Stream<String> first, Stream<String> second) {
        return Stream.concat(first, second).collect(Collectors.toCollection(LinkedHashSet::new)).stream();
    }

    private static AssessmentChange change(String therapy, Optional<TherapyVerdict> from, Optional<TherapyVerdict> to) {
        var before = byName(from.map(TherapyVerdict::criteria).orElse(List.of()), JudgedCriterion::id);
        var after = byName(to.map(TherapyVerdict::criteria).orElse(List.of()), JudgedCriterion::id);
        var criteria = both(before.keySet().stream(), after.keySet().stream())
                .map(id -> new CriterionChange(
                        id, Optional.ofNullable(before.get(id)), Optional.ofNullable(after.get(id))))
                .filter(CriterionChange::isOne)
                .toList();
        return new AssessmentChange(therapy, from, to, criteria);
    }

    private boolean isOne() {
        return !criteria.isEmpty()
                || !Objects.equals(from.map(TherapyVerdict::fr), to.map(TherapyVerdict::fr))
                || !Objects.equals(from.map(TherapyVerdict::amm), to.map(TherapyVerdict::amm))
                || !Objects.equals(
                        from.map(v -> v.pack().version()), to.map(v -> v.pack().version()));
    }
}
