package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Configuration.Outcome;
import fr.genereferral.eligibility.GeneticDemand.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the reports found in one gene, and what follows for what a therapy demands of it. */
final class GeneFindings {
    /** More copies than three change no answer; beyond them an open interval is not followed. */
    private static final int MOST_COPIES = 3;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Dossier.Genetics genetics;
    private final Reading sex;
    private final Gene gene;
    private final GeneticDemand demand;
    private final VariantCalls calls;
    private final List<VariantCall> all;
    private final List<VariantCall> counting;
    private final Configuration configuration;
    private final Reading counted;

    GeneFindings(Gene gene, GeneticDemand demand, Evidence evidence) {
        this.genetics = evidence.dossier().genetics();
        this.sex = evidence.reading(Input.SEX);
        this.gene = gene;
        this.demand = demand;
        this.calls = evidence.calls(gene);
        this.all = demand.kindOf(gene) == Kind.MITOCHONDRIAL
                ? calls.all().stream().map(VariantCall::constitutional).toList()
                : calls.all();
        this.counting = Few.where(all, call -> !call.isBenign());
        this.configuration = new Configuration(calls.phases(), genetics.isPartial(), demand.alleles());
        this.counted = counted(evidence.reading(Input.copyNumber(gene.hgnc())));
    }

    Gene gene() {
        return gene;
    }

    Kind kind() {
        return demand.kindOf(gene);
    }

    List<VariantCall> all() {
        return all;
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
        var usable = Few.where(counting, VariantCall::isUsable);
        if (gene.isCounted()) {
            return byCopies(usable);
        }
        if (nothingStated()) {
            return new Outcome(Truth.TRUE, Truth.UNKNOWN);
        }
        return switch (kind()) {
            case BIALLELIC -> configuration.biallelic(usable);
            case X_LINKED -> configuration.onX(usable, String.valueOf(sex.value()), demand.carriers());
            case ONE_ALLELE, MITOCHONDRIAL -> configuration.oneAllele(usable);
        };
    }

    private Outcome byCopies(List<VariantCall> usable) {
        var outcomes = new ArrayList<Outcome>();
        for (var copies = 0; copies <= MOST_COPIES; copies++) {
            if (isPossible(copies)) {
                outcomes.add(configuration.byCopies(copies, usable));
            }
        }
        return together(outcomes);
    }

    private boolean nothingStated() {
        return !Few.any(genetics.variants(), variant -> variant.gene().equals(gene.hgnc()));
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
        return switch (stated.interval().decide(Comparison.EQUAL, none)) {
            case TRUE -> stated;
            case FALSE -> stated.shortOf(Shortfall.CONFLICTING);
            case UNKNOWN -> Reading.supposed(stated.input(), none, null, Interval.of(Comparison.EQUAL, none));
        };
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
        if (gene.isCounted() && counted.interval().decide(Comparison.MORE, TWO) == Truth.TRUE) {
            return counted.shortOf(Shortfall.COPIES_TO_REVIEW);
        }
        var variants = Reading.notStated(Input.variant(gene.hgnc()));
        if (kind() == Kind.X_LINKED && !counting.isEmpty()) {
            return openOnX(variants);
        }
        if (genetics.isPartial() && !configuration.isPhaseOpen(counting)) {
            return variants.shortOf(Shortfall.ANALYSIS_PARTIAL);
        }
        if (counting.stream().anyMatch(c -> demand.alleles().suit(c, c) == Truth.UNKNOWN)) {
            return variants.shortOf(Shortfall.ALLELE_UNCLASSED);
        }
        return counting.isEmpty() ? variants : variants.shortOf(Shortfall.PHASE_UNKNOWN);
    }

    private Reading openOnX(Reading variants) {
        if (!sex.isUsable()) {
            return sex;
        }
        return variants.shortOf("male".equals(sex.value()) ? Shortfall.ZYGOSITY_UNCLEAR : Shortfall.CARRIER_TO_REVIEW);
    }

    List<Dossier.Report> reports() {
        return genetics.reports();
    }

    /** The reports that the results of this gene are said to come from. */
    Set<String> citedReports() {
        var cited = new HashSet<>(calls.countedReports());
        counting.forEach(call -> cited.addAll(call.reports()));
        for (var count : genetics.copyNumbers()) {
            if (count.gene().equals(gene.hgnc()) && count.report() != null) {
                cited.add(count.report());
            }
        }
        return cited;
    }
}
