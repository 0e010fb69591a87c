package fr.genereferral.eligibility;

import fr.genereferral.eligibility.GeneticJudgement.Ruled;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a dossier says on a day. Age and freshness may be asked for different days: an age bound opens by itself, while
 * a weight that has gone stale by then would only hide it.
 */
final class Evidence {
    private final Dossier dossier;
    private final Knowledge knowledge;
    private final LocalDate ageOn;
    private final LocalDate freshOn;
    private final Findings findings;
    private final Supposed supposed;

    /**
     * What has been read so far.
     *
     * @param readings of this day
     * @param before of another day, of which all but what goes stale counts for this one as well
     */
    private record Findings(
            Map<Input, Reading> readings,
            Map<Input, Reading> before,
            Map<String, VariantCalls> calls,
            Map<GeneticDemand, Map<String, Ruled>> genetics) {

        static Findings none() {
            return new Findings(new HashMap<>(), Map.of(), new HashMap<>(), new HashMap<>());
        }

        Findings ofAnotherDay() {
            return new Findings(new HashMap<>(), readings, calls, genetics);
        }
    }

    private Evidence(Evidence same, LocalDate ageOn, LocalDate freshOn, Findings findings, Supposed supposed) {
        this(same.dossier, same.knowledge, ageOn, freshOn, findings, supposed);
    }

    private Evidence(
            Dossier dossier,
            Knowledge knowledge,
            LocalDate ageOn,
            LocalDate freshOn,
            Findings findings,
            Supposed supposed) {
        this.dossier = dossier;
        this.knowledge = knowledge;
        this.ageOn = ageOn;
        this.freshOn = freshOn;
        this.findings = findings;
        this.supposed = supposed;
    }

    static Evidence on(LocalDate day, Dossier dossier, Knowledge knowledge) {
        return new Evidence(dossier, knowledge, day, day, Findings.none(), Supposed.NOTHING);
    }

    /** The same dossier when only the patient has grown older. */
    Evidence aged(LocalDate day) {
        return new Evidence(this, day, freshOn, findings, supposed);
    }

    /** The same dossier on another day. */
    Evidence on(LocalDate day) {
        return new Evidence(this, day, day, findings.ofAnotherDay(), supposed);
    }

    /** The same day, with something as if it were known; reports of genetics are judged as they are. */
    Evidence supposing(Supposed guess) {
        return new Evidence(this, ageOn, freshOn, findings, guess);
    }

    Dossier dossier() {
        return dossier;
    }

    LocalDate day() {
        return ageOn;
    }

    /** The day that what changes with time is looked at, apart from age. */
    LocalDate dayOfFacts() {
        return freshOn;
    }

    boolean ageReached(Period age) {
        return Age.reached(dossier.birthDate(), age, ageOn);
    }

    /** What a general rule is taken to say; empty when nothing is supposed of it. */
    Optional<Truth> supposed(String rule) {
        return Optional.ofNullable(supposed.rules().get(rule));
    }

    Optional<Truth> supposed(Expression leaf) {
        return Optional.ofNullable(supposed.leaves().get(leaf));
    }

    /** The general genetic rules for a demand; judged once, because every row of a pack and every guess asks for them. */
    Map<String, Ruled> genetics(GeneticDemand demand) {
        var judged = findings.genetics().get(demand);
        if (judged == null) {
            judged = new DemandJudgement(demand, this, knowledge.genetics()).rules();
            findings.genetics().put(demand, judged);
        }
        return judged;
    }

    VariantCalls calls(Gene gene) {
        return findings.calls()
                .computeIfAbsent(
                        gene.hgnc(), hgnc -> new VariantCalls(dossier.genetics(), gene, knowledge.classifications()));
    }

    VariantCalls calls(String hgnc) {
        return calls(knowledge.genetics().genes().get(hgnc));
    }

    /** The variants with a name that can be used, of every gene that is known. */
    Stream<VariantCall> namedVariants() {
        return dossier.genetics().variants().stream()
                .map(Dossier.Variant::gene)
                .distinct()
                .map(knowledge.genetics().genes()::get)
                .filter(Objects::nonNull)
                .flatMap(gene -> calls(gene).all().stream())
                .filter(VariantCall::isNamed);
    }

    /** What was found of the dossier's variants since they were reported. */
    List<Classification> classifications() {
        var known = knowledge.classifications();
        return known.last() == 0
                ? List.of()
                : namedVariants()
                        .flatMap(call -> known.of(call).stream())
                        .distinct()
                        .toList();
    }

    Reading reading(Input input) {
        var guess = supposed.readings().get(input);
        return guess == null ? read(input) : guess;
    }

    private Reading read(Input input) {
        var known = findings.readings().get(input);
        if (known != null) {
            return known;
        }
        var found = find(input);
        findings.readings().put(input, found);
        return found;
    }

    private Reading find(Input input) {
        var before = knowledge.ages(input) ? null : findings.before().get(input);
        return before == null ? found(input) : before;
    }

    /** A fact that is a day was looked for in vain: that there is none is no day. */
    boolean isDayThatNeverCame(Reading reading) {
        return reading.input().kind() == Input.Kind.FACT
                && knowledge.fact(reading.input()).type() == FactDictionary.Type.DATE
                && reading.state() == FactState.ABSENT;
    }

    private Reading found(Input input) {
        return switch (input.kind()) {
            case FACT -> new FactReader(dossier, knowledge.fact(input), freshOn).read(input);
            case ANTIBODY, DETECTION -> AntibodyReader.read(input, dossier.antibodies());
            case COPY_NUMBER ->
                CopyNumberReader.read(
                        input,
                        dossier.genetics().copyNumbers(),
                        knowledge.genetics().genes().get(input.code()));
            case PATIENT -> PatientReader.read(input, dossier);
            default -> Reading.notStated(input);
        };
    }
}
