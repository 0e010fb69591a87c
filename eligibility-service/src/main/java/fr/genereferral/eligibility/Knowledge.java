package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** What every judgement draws on besides the packs: the facts by code, the genetic rules, and classes of variants. */
public record Knowledge(Map<String, FactDefinition> facts, GeneticRules genetics, Classifications classifications) {

    public Knowledge(Map<String, FactDefinition> facts, GeneticRules genetics) {
        this(facts, genetics, Classifications.NONE);
    }

    public Knowledge with(Classifications known) {
        return new Knowledge(facts, genetics, known);
    }

    /** What the dictionary says of a fact; one that it does not know is a mistake in a pack, and named. */
    public FactDefinition fact(Input input) {
        return Objects.requireNonNull(facts.get(input.code()), input.code());
    }

    /** Whether what is said of an input counts for some days only. */
    boolean ages(Input input) {
        return input.kind() == Input.Kind.FACT && fact(input).ages();
    }

    Knowledge asOf(LocalDate day) {
        return classifications.last() == 0 ? this : with(classifications.asOf(day));
    }
}
