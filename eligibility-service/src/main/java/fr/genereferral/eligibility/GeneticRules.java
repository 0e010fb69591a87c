package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The general genetic rules and the genes they are applied to, as dated data; rules by id, genes by HGNC id. */
public record GeneticRules(int version, LocalDate asOf, Map<String, RuleText> rules, Map<String, Gene> genes) {

    /**
     * One rule.
     *
     * @param kind required of the authorisation, or only a flag for the meeting
     */
    public record RuleText(Criterion.Kind kind, Bilingual text, Source source) {
        public Set<Criterion.Layer> layers() {
            return kind == Criterion.Kind.WARN ? Set.of() : Set.of(Criterion.Layer.AMM);
        }
    }
}
