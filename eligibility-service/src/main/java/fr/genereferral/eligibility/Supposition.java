package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Dossier.Antibody;
import fr.genereferral.eligibility.Dossier.CopyNumber;
import fr.genereferral.eligibility.Dossier.Phase;
import fr.genereferral.eligibility.Dossier.StatedFact;
import fr.genereferral.eligibility.Dossier.Variant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A thought about a dossier: what is supposed here stands in the place of everything that the dossier says of the same
 * fact, serotype, gene, variant or pair of variants. What is supposed without a date counts on the day of the judgement.
 */
public record Supposition(
        List<StatedFact> facts,
        List<Antibody> antibodies,
        List<CopyNumber> copyNumbers,
        List<Classification> classifications,
        List<Phase> phases) {

    public Supposition {
        facts = Dossier.orEmpty(facts);
        antibodies = Dossier.orEmpty(antibodies);
        copyNumbers = Dossier.orEmpty(copyNumbers);
        classifications = Dossier.orEmpty(classifications);
        phases = Dossier.orEmpty(phases);
    }

    /** A variant, by gene and name as the laboratory wrote it, as if it were of another ACMG class. */
    public record Classification(String gene, String hgvs, int acmgClass) {
        boolean isOf(Variant variant) {
            return gene.equals(variant.gene()) && hgvs.equals(variant.hgvs());
        }
    }

    /** The same rules, and nothing found of the variants whose class is supposed here. */
    public RulesInForce over(RulesInForce rules) {
        var names = new VariantNames(rules.knowledge().genetics());
        var supposed = classifications.stream()
                .flatMap(c -> names.variant(c.gene(), c.hgvs()).stream())
                .collect(Collectors.toSet());
        return supposed.isEmpty() ? rules : rules.leavingOut(supposed);
    }

    /** The dossier as if all this were so. */
    public Dossier appliedTo(Dossier dossier, LocalDate on) {
        var genetics = dossier.genetics();
        return new Dossier(
                dossier.disease(),
                dossier.birthDate(),
                dossier.sex(),
                replaced(dossier.facts(), facts, StatedFact::code, fact -> fact.datedOr(on)),
                new Dossier.Genetics(
                        genetics.reports(),
                        genetics.analysis(),
                        genetics.variants().stream()
                                .map(v -> reclassified(v, on))
                                .toList(),
                        replaced(genetics.phases(), phases, p -> Set.copyOf(p.variants()), phase -> phase),
                        replaced(genetics.copyNumbers(), copyNumbers, CopyNumber::gene, count -> count.datedOr(on)
                                .fromReportOf(genetics.copyNumbers()))),
                replaced(dossier.antibodies(), antibodies, Antibody::serotype, antibody -> antibody.datedOr(on)));
    }

    private static <T> List<T> replaced(
            List<T> stated, List<T> supposed, Function<T, Object> same, UnaryOperator<T> completed) {
        var replaced = supposed.stream().map(same).collect(Collectors.toSet());
        return Stream.concat(
                        stated.stream().filter(s -> !replaced.contains(same.apply(s))),
                        supposed.stream().map(completed))
                .toList();
    }

    private Variant reclassified(Variant variant, LocalDate on) {
        return classifications.stream()
                .filter(c -> c.isOf(variant))
                .findFirst()
                .map(c -> variant.ofClass(c.acmgClass(), on))
                .orElse(variant);
    }
}
