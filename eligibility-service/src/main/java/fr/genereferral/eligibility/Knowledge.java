package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Map;

/** What every judgement draws on besides the packs: the facts by code, the genetic rules, and classes of variants. */
public record Knowledge(Map<String, FactDefinition> facts, GeneticRules genetics, Classifications classifications) {

    public Knowledge(Map<String, FactDefinition> facts, GeneticRules genetics) {
        this(facts, genetics, Classifications.NONE);
    }

    public Knowledge with(Classifications known) {
        return new Knowledge(facts, genetics, known);
    }

    Knowledge asOf(LocalDate day) {
        return classifications.last() == 0 ? this : with(classifications.asOf(day));
    }
}
