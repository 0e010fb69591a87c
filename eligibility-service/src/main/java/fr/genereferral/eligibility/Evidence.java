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
    private final Findings findings;

    /**
     * What has been read so far. A day changes nothing but what goes stale: the rest is read once for all the days that
     * are asked about.
     */
    private record Findings(
            Map<Input, Reading> lasting, Map<Input, Reading> ageing, Map<Gene, Map<String, Ruled>> genetics) {

        static Findings none() {
            return new Findings(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        Findings withoutTheAgeing() {
            return new Findings(lasting, new HashMap<>(), genetics);
        }

        /** Genetics stay as they are: a guess is about what the dossier does not say. */
        Findings supposing(Map<Input, Reading> supposed) {
            var copy = new Findings(new HashMap<>(lasting), new HashMap<>(ageing), new HashMap<>(genetics));
            copy.lasting.putAll(supposed);
            copy.ageing.putAll(supposed);
            return copy;
        }
    }

    private Evidence(Evidence same, LocalDate ageOn, LocalDate freshOn, Findings findings) {
        this(same.dossier, same.definitions, same.genes, ageOn, freshOn, findings);
    }

    private Evidence(
            Dossier dossier,
            Map<String, FactDefinition> definitions,
            Map<String, Gene> genes,
            LocalDate ageOn,
            LocalDate freshOn,
            Findings findings) {
        this.dossier = dossier;
        this.definitions = definitions;
        this.genes = genes;
        this.ageOn = ageOn;
        this.freshOn = freshOn;
        this.findings = findings;
    }

    static Evidence on(LocalDate day, Dossier dossier, Knowledge knowledge) {
        return new Evidence(dossier, knowledge.facts(), knowledge.genetics().genes(), day, day, Findings.none());
    }

    /** The same dossier when only the patient has grown older. */
    Evidence aged(LocalDate day) {
        return new Evidence(this, day, freshOn, findings);
    }

    /** The same dossier on another day. */
    Evidence on(LocalDate day) {
        return new Evidence(this, day, day, findings.withoutTheAgeing());
    }

    /** The same day, with some inputs as if they were known; genetics are judged as they are. */
    Evidence supposing(Map<Input, Reading> supposed) {
        return new Evidence(this, ageOn, freshOn, findings.supposing(supposed));
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
        var judged = findings.genetics().get(gene);
        if (judged == null) {
            judged = new GeneticJudgement(gene, this).rules();
            findings.genetics().put(gene, judged);
        }
        return judged;
    }

    Reading reading(Input input) {
        return (goesStale(input) ? findings.ageing() : findings.lasting()).computeIfAbsent(input, this::read);
    }

    private boolean goesStale(Input input) {
        return input.kind() == Input.Kind.FACT && definitions.get(input.code()).ages();
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
