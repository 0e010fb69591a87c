package fr.genereferral.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Demands of the variants themselves, beyond the general rules. */
public sealed interface VariantLeaf extends Leaf {
    int MOST_SHOWN = 4;

    /** Demands of the variants of one gene. */
    sealed interface OfGene extends VariantLeaf {
        /** HGNC id. */
        String hgnc();

        @Override
        default Optional<Input> input() {
            return Optional.of(Input.variant(hgnc()));
        }
    }

    /** The therapy's general demand of its genes is met, under an id of its own. */
    record Genetics(GeneticDemand demand) implements VariantLeaf {
        static final List<String> RESTATED = List.of("G2", "G3");

        @Override
        public Truth truth(Evidence evidence) {
            var rules = evidence.genetics(demand);
            return RESTATED.stream()
                    .map(id -> evidence.supposed(id)
                            .orElse(rules.get(id).explanation().truth()))
                    .reduce(Truth.TRUE, Truth::and);
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            var rules = evidence.genetics(demand);
            var parts = RESTATED.stream().map(id -> rules.get(id).explanation()).toList();
            var truth = truth(evidence);
            var asked = rules.values().stream()
                    .map(ruled -> ruled.explanation().reading())
                    .filter(reading -> reading != null && reading.input().kind() != Input.Kind.REPORT)
                    .findFirst();
            return truth == Truth.UNKNOWN && asked.isPresent()
                    ? Explanation.note("genetics", truth, asked.get(), Map.of())
                    : Explanation.connective("genetics", truth, parts);
        }
    }

    /** A pathogenic variant of one of the names was found; without one among all that were found, it is another. */
    record Named(String hgnc, Set<String> changes) implements OfGene {
        @Override
        public Truth truth(Evidence evidence) {
            var calls = evidence.calls(hgnc).all();
            return evidence.supposed(this).orElseGet(() -> truth(evidence, calls, named(calls)));
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            var calls = evidence.calls(hgnc).all();
            var named = named(calls);
            var truth = truth(evidence);
            var demand = new Demand("one-of", changes.stream().sorted().toList(), null);
            return explained("named-variant", evidence, hgnc, truth, demand, named.isEmpty() ? calls : named);
        }

        private List<VariantCall> named(List<VariantCall> calls) {
            return Few.where(calls, call -> call.isNamed(changes));
        }

        private static Truth truth(Evidence evidence, List<VariantCall> calls, List<VariantCall> named) {
            if (named.stream().anyMatch(VariantCall::isPathogenic)) {
                return Truth.TRUE;
            }
            var open = named.stream().anyMatch(c -> !c.isBenign())
                    || calls.isEmpty()
                    || calls.stream().anyMatch(c -> c.unusable() != null && !c.isBenign());
            var other = calls.stream().anyMatch(c -> c.isPathogenic() && c.isUsable());
            var partial = evidence.dossier().genetics().isPartial() && !other;
            return open || partial ? Truth.UNKNOWN : Truth.FALSE;
        }
    }

    /** A pathogenic variant touches one of the exons; one that cannot be read may touch any. */
    record AffectsExons(String hgnc, List<ExonMap.Span> exons) implements OfGene {
        @Override
        public Truth truth(Evidence evidence) {
            return evidence.supposed(this).orElseGet(() -> pathogenic(evidence, hgnc).stream()
                    .map(this::touches)
                    .reduce(Truth::or)
                    .orElse(Truth.UNKNOWN));
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            var spans = exons.stream().map(ExonMap.Span::toString).toList();
            var demand = new Demand("one-of", spans, null);
            var calls = pathogenic(evidence, hgnc);
            return explained("affected-exons", evidence, hgnc, truth(evidence), demand, calls);
        }

        private Truth touches(VariantCall call) {
            var touched = call.isUsable() ? call.change().exons() : null;
            return touched == null ? Truth.UNKNOWN : Truth.of(exons.stream().anyMatch(touched::overlaps));
        }
    }

    /** The only pathogenic variant shifts the reading frame. */
    record OutOfFrame(String hgnc) implements OfGene {
        @Override
        public Truth truth(Evidence evidence) {
            return evidence.supposed(this).orElseGet(() -> found(pathogenic(evidence, hgnc)));
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            var demand = new Demand("is", List.of("out-of-frame"), null);
            var calls = pathogenic(evidence, hgnc);
            return explained("out-of-frame", evidence, hgnc, truth(evidence), demand, calls);
        }

        private static Truth found(List<VariantCall> calls) {
            var only = calls.size() == 1 && calls.get(0).isUsable();
            return only ? new ReadingFrame(calls.get(0).change()).isShifted() : Truth.UNKNOWN;
        }
    }

    private static List<VariantCall> pathogenic(Evidence evidence, String hgnc) {
        return Few.where(evidence.calls(hgnc).all(), VariantCall::isPathogenic);
    }

    private static Explanation explained(
            String node, Evidence evidence, String hgnc, Truth truth, Demand demand, List<VariantCall> calls) {
        var found = Reading.stated(Input.variant(hgnc), FactState.PRESENT, null, null, "laboratory");
        var reading = truth == Truth.UNKNOWN ? asked(evidence, hgnc, calls) : found;
        var details = Map.of(
                "variant", listed(calls, VariantCall::shown),
                "exons",
                        listed(
                                calls,
                                c -> c.change() == null ? null : c.change().exons()),
                "frame", truth.toString());
        return new Explanation(node, truth, List.of(), reading, demand, details);
    }

    /** What it is that keeps the answer open. */
    private static Reading asked(Evidence evidence, String hgnc, List<VariantCall> calls) {
        var nothing = Reading.notStated(Input.variant(hgnc));
        var all = evidence.calls(hgnc).all();
        if (all.isEmpty()) {
            return nothing;
        }
        if (all.stream().anyMatch(c -> c.unusable() != null && !c.isBenign())) {
            return nothing.shortOf(Shortfall.REFERENCE_UNUSABLE);
        }
        var pathogenic = calls.stream().filter(VariantCall::isPathogenic).toList();
        if (!pathogenic.isEmpty()) {
            var mosaic = pathogenic.stream().anyMatch(VariantCall::mosaic);
            return nothing.shortOf(mosaic ? Shortfall.MOSAIC : Shortfall.EFFECT_UNKNOWN);
        }
        var harmless = !calls.isEmpty() && calls.stream().allMatch(VariantCall::isBenign);
        return nothing.shortOf(harmless ? Shortfall.ANALYSIS_PARTIAL : Shortfall.CLASS_UNCERTAIN);
    }

    private static String listed(List<VariantCall> calls, Function<VariantCall, Object> word) {
        return calls.stream()
                .map(word)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .limit(MOST_SHOWN)
                .collect(Collectors.joining(", "));
    }
}
