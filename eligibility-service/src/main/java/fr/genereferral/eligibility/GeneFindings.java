package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Configuration.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the reports found in one gene, and what follows for its two alleles. */
final class GeneFindings {
    /** More copies than three change no answer; beyond them an open interval is not followed. */
    private static final int MOST_COPIES = 3;

    private final Dossier.Genetics genetics;
    private final Gene gene;
    private final VariantCalls calls;
    private final List<VariantCall> counting;
    private final Configuration configuration;
    private final Reading counted;

    GeneFindings(Gene gene, Evidence evidence) {
        this.genetics = evidence.dossier().genetics();
        this.gene = gene;
        this.calls = new VariantCalls(genetics, gene);
        this.counting = calls.all().stream().filter(c -> !c.isBenign()).toList();
        this.configuration = new Configuration(calls.phases(), genetics.isPartial());
        this.counted = counted(evidence.reading(Input.copyNumber(gene.hgnc())));
    }

    Gene gene() {
        return gene;
    }

    List<VariantCall> all() {
        return calls.all();
    }

    /** The variants that are not known to be harmless. */
    List<VariantCall> counting() {
        return counting;
    }

    Phases phases() {
        return calls.phases();
    }

    /** The counted copies of a gene that is judged by them. */
    Reading counted() {
        return counted;
    }

    /** What follows from the variants that can be used. */
    Outcome outcome() {
        var usable = counting.stream().filter(VariantCall::isUsable).toList();
        if (!gene.isCounted()) {
            return nothingStated() ? new Outcome(Truth.TRUE, Truth.UNKNOWN) : configuration.biallelic(usable);
        }
        var outcomes = new ArrayList<Outcome>();
        for (var copies = 0; copies <= MOST_COPIES; copies++) {
            if (isPossible(copies)) {
                outcomes.add(configuration.byCopies(copies, usable));
            }
        }
        return together(outcomes);
    }

    private boolean nothingStated() {
        return genetics.variants().stream().noneMatch(v -> v.gene().equals(gene.hgnc()));
    }

    /** A deletion found on both copies is a count of none, and contradicts any other. */
    private Reading counted(Reading stated) {
        if (!calls.lostOnBothCopies() || stated.shortfall() == Shortfall.CONFLICTING) {
            return stated;
        }
        var none = BigDecimal.ZERO;
        if (!stated.isUsable()) {
            return Reading.supposed(stated.input(), none, null, Interval.of(Comparison.EQUAL, none));
        }
        var agrees = stated.interval().decide(Comparison.EQUAL, none) == Truth.TRUE;
        return agrees ? stated : stated.shortOf(Shortfall.CONFLICTING);
    }

    private boolean isPossible(int copies) {
        if (!counted.isUsable()) {
            return true;
        }
        var number = BigDecimal.valueOf(copies);
        var more = copies == MOST_COPIES && counted.interval().decide(Comparison.MORE, number) != Truth.FALSE;
        return more || counted.interval().decide(Comparison.EQUAL, number) != Truth.FALSE;
    }

    private static Outcome together(List<Outcome> outcomes) {
        var arranged = outcomes.stream().map(Outcome::arranged).distinct().toList();
        var uncertain = outcomes.stream().anyMatch(o -> o.classified() == Truth.UNKNOWN);
        return new Outcome(
                uncertain ? Truth.UNKNOWN : Truth.TRUE, arranged.size() == 1 ? arranged.get(0) : Truth.UNKNOWN);
    }

    /** What it is that keeps the arrangement open, so that the hospital is asked for the right thing. */
    Reading openArrangement() {
        if (gene.isCounted() && !counted.isUsable()) {
            return counted;
        }
        if (gene.isCounted() && counted.operator() != Comparison.EQUAL) {
            return counted.shortOf(Shortfall.BOUND_UNDECIDED);
        }
        var variants = Reading.notStated(Input.variant(gene.hgnc()));
        if (counting.size() < 2 && genetics.isPartial()) {
            return variants.shortOf(Shortfall.ANALYSIS_PARTIAL);
        }
        return counting.isEmpty() ? variants : variants.shortOf(Shortfall.PHASE_UNKNOWN);
    }

    List<Dossier.Report> reports() {
        return genetics.reports();
    }

    /** The reports that the results of this gene are said to come from. */
    Set<String> citedReports() {
        var cited = counting.stream().flatMap(c -> c.reports().stream()).collect(Collectors.toSet());
        genetics.copyNumbers().stream()
                .filter(c -> c.gene().equals(gene.hgnc()) && c.report() != null)
                .forEach(c -> cited.add(c.report()));
        return cited;
    }
}
