package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Judges the general genetic rules for one gene, and explains them. */
final class GeneticJudgement {
    private static final int MOST_VARIANTS = 12;
    private static final int MOST_PHASES = 4;
    private static final Comparator<VariantCall> WEIGHTIEST_FIRST =
            Comparator.comparing(VariantCall::counts).thenComparing(VariantCall::key);

    private final GeneFindings findings;
    private final Gene gene;
    private final Map<String, String> details;

    /** One rule: not judged when another rule already says that the variants cannot be used. */
    record Ruled(Explanation explanation, boolean judged) {}

    GeneticJudgement(GeneFindings findings) {
        this.findings = findings;
        this.gene = findings.gene();
        this.details = Map.of("gene", gene.symbol(), "demanded", findings.kind().toString());
    }

    /** The rules by id, in their order. */
    Map<String, Ruled> rules() {
        var outcome = findings.outcome();
        var unusable = outcome.isComplete()
                ? List.<VariantCall>of()
                : Few.where(findings.counting(), call -> !call.isUsable());
        var rules = new LinkedHashMap<String, Ruled>();
        if (unusable.isEmpty()) {
            rules.put("G2", new Ruled(classified(outcome.classified()), true));
            rules.put("G3", new Ruled(arranged(outcome.arranged()), true));
        } else {
            rules.put("G2", new Ruled(notJudged(), false));
            rules.put("G3", new Ruled(notJudged(), false));
        }
        rules.put("G5", new Ruled(constitutional(unusable), true));
        rules.put("G6", new Ruled(named(unusable), true));
        var reports = new ReportJudgement(findings);
        rules.put("G7", new Ruled(reports.complete(), true));
        rules.put(ReportJudgement.SECOND_SAMPLE, new Ruled(reports.secondSample(), true));
        return rules;
    }

    private Explanation notJudged() {
        return Explanation.note("not-judged", Truth.UNKNOWN, Map.of("gene", gene.symbol()), List.of());
    }

    private Explanation classified(Truth truth) {
        var parts = listed(findings.all(), this::classOf);
        return wanting("classification", truth, () -> aboutVariants(Shortfall.CLASS_UNCERTAIN), parts);
    }

    private Explanation classOf(VariantCall call) {
        var details = Map.of("variant", call.shown(), "class", Objects.toString(call.acmgClass(), "-"));
        var reading =
                Reading.stated(Input.variant(gene.hgnc()), FactState.PRESENT, call.classifiedOn(), null, "laboratory");
        return Explanation.note("variant-class", call.counts(), reading, details);
    }

    private Explanation arranged(Truth truth) {
        var parts = new ArrayList<Explanation>();
        if (gene.isCounted()) {
            var counted = findings.counted();
            parts.add(Explanation.note("copies", counted.isUsable() ? Truth.TRUE : Truth.UNKNOWN, counted, Map.of()));
        }
        parts.addAll(listed(findings.counting(), this::placeOf));
        return wanting("configuration", truth, findings::openArrangement, parts);
    }

    private Explanation placeOf(VariantCall call) {
        var details =
                Map.of("variant", call.shown(), "zygosity", Objects.toString(call.copies(), "-"), "phase", phase(call));
        return Explanation.note("variant-place", Truth.TRUE, found(Input.variant(gene.hgnc())), details);
    }

    private String phase(VariantCall call) {
        return findings.counting().size() == 1
                ? ""
                : findings.counting().stream()
                        .filter(other -> !other.key().equals(call.key()))
                        .map(other -> phase(findings.phases().between(call.key(), other.key()), other))
                        .filter(said -> !said.isEmpty())
                        .limit(MOST_PHASES)
                        .collect(Collectors.joining(", "));
    }

    private static String phase(Arrangement lie, VariantCall other) {
        return switch (lie) {
            case CIS -> "cis " + other.shown();
            case TRANS -> "trans " + other.shown();
            case UNKNOWN, SINGLE, ALONE -> "";
        };
    }

    private Explanation constitutional(List<VariantCall> unusable) {
        var mosaic = Few.where(unusable, VariantCall::mosaic);
        var parts = listed(mosaic, this::mosaicOf);
        return wanting("constitutional", Truth.trueIf(parts.isEmpty()), () -> aboutVariants(Shortfall.MOSAIC), parts);
    }

    private Explanation named(List<VariantCall> unusable) {
        var unnamed = Few.where(unusable, call -> call.unusable() != null);
        var parts = listed(unnamed, this::nameOf);
        var truth = Truth.trueIf(parts.isEmpty());
        return wanting("reference", truth, () -> aboutVariants(Shortfall.REFERENCE_UNUSABLE), parts);
    }

    private Explanation mosaicOf(VariantCall call) {
        var details = Map.of("variant", call.shown());
        return Explanation.note("variant-mosaic", Truth.UNKNOWN, found(Input.variant(gene.hgnc())), details);
    }

    private Explanation nameOf(VariantCall call) {
        var why = call.unusable();
        var details = Map.of(
                "variant", call.shown(),
                "reason", why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "place", String.valueOf(why.place() + 1),
                "modernForm", Objects.toString(why.modernForm(), ""));
        return Explanation.note("variant-name", Truth.UNKNOWN, found(Input.variant(gene.hgnc())), details);
    }

    /** The weightiest first, and only so many: an event that grows with its dossier would one day not be carried. */
    private static List<Explanation> listed(List<VariantCall> calls, Function<VariantCall, Explanation> explain) {
        var sorted = Few.inOrder(calls, WEIGHTIEST_FIRST);
        if (sorted.size() <= MOST_VARIANTS) {
            return Few.each(sorted, explain);
        }
        var listed = Few.each(sorted.subList(0, MOST_VARIANTS), explain);
        var more = Map.of("count", String.valueOf(calls.size() - MOST_VARIANTS));
        listed.add(Explanation.note("more", Truth.UNKNOWN, more, List.of()));
        return listed;
    }

    private static Reading found(Input input) {
        return Reading.stated(input, FactState.PRESENT, null, null, "laboratory");
    }

    private Reading aboutVariants(Shortfall shortfall) {
        return Reading.notStated(Input.variant(gene.hgnc())).shortOf(shortfall);
    }

    /** A node that, while it is unknown, names what the hospital is asked for. */
    private Explanation wanting(String node, Truth truth, Supplier<Reading> asked, List<Explanation> parts) {
        return new Explanation(node, truth, parts, truth == Truth.UNKNOWN ? asked.get() : null, null, details);
    }
}
