package fr.genereferral.eligibility;

import fr.genereferral.eligibility.GeneticJudgement.Ruled;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;

/**
 * What a dossier says on a day. Age and freshness may be asked for different days: an age bound opens by itself, while
 * a weight that has gone stale by then would only hide it.
 */
final class Evidence {
    private final Dossier dossier;
    private final Map<String, FactDefinition> definitions;
    private final Map<String, Gene> genes;
    private final LocalDate ageOn;
    private final LocalDate freshOn;
    private final Map<Input, Reading> readings = new HashMap<>();
    private final Map<Gene, Map<String, Ruled>> genetics = new HashMap<>();

    private Evidence(
            Dossier dossier,
            Map<String, FactDefinition> definitions,
            Map<String, Gene> genes,
            LocalDate ageOn,
            LocalDate freshOn) {
        this.dossier = dossier;
        this.definitions = definitions;
        this.genes = genes;
        this.ageOn = ageOn;
        this.freshOn = freshOn;
    }

    static Evidence on(LocalDate day, Dossier dossier, Knowledge knowledge) {
        return new Evidence(dossier, knowledge.facts(), knowledge.genetics().genes(), day, day);
    }

    /** The same dossier when only the patient has grown older. */
    Evidence aged(LocalDate day) {
        return new Evidence(dossier, definitions, genes, day, freshOn);
    }

    /** The same dossier on another day. */
    Evidence on(LocalDate day) {
        return new Evidence(dossier, definitions, genes, day, day);
    }

    /** The same day, with some inputs as if they were known; genetics are judged as they are. */
    Evidence supposing(Map<Input, Reading> supposed) {
        var other = new Evidence(dossier, definitions, genes, ageOn, freshOn);
        other.readings.putAll(readings);
        other.genetics.putAll(genetics);
        other.readings.putAll(supposed);
        return other;
    }

    Dossier dossier() {
        return dossier;
    }

    LocalDate day() {
        return ageOn;
    }

    boolean ageReached(Period age) {
        return Age.reached(dossier.birthDate(), age, ageOn);
    }

    /** The general genetic rules for a gene; judged once, because every row of a pack and every guess asks for them. */
    Map<String, Ruled> genetics(Gene gene) {
        var judged = genetics.get(gene);
        if (judged == null) {
            judged = new GeneticJudgement(gene, this).rules();
            genetics.put(gene, judged);
        }
        return judged;
    }

    Reading reading(Input input) {
        return readings.computeIfAbsent(input, this::read);
    }

    private Reading read(Input input) {
        return switch (input.kind()) {
            case FACT -> new FactReader(dossier, definitions.get(input.code()), freshOn).read(input);
            case ANTIBODY -> AntibodyReader.read(input, dossier.antibodies());
            case COPY_NUMBER -> CopyNumberReader.read(input, dossier.genetics().copyNumbers(), genes.get(input.code()));
            case VARIANT, REPORT -> Reading.notStated(input);
        };
    }
}
