package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.FactState;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Shortfall;
import fr.genereferral.eligibility.Truth;
import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains what the rules decided about variants. */
public final class GeneticNodes {
    private static final int MOST_VARIANTS = 12;
    private static final int MOST_PHASES = 4;

    private final Genetics genetics;
    private final Input variant;
    private final Map<String, String> details;

    public GeneticNodes(Genetics genetics) {
        this.genetics = genetics;
        this.variant = new Input(Input.Kind.VARIANT, genetics.hgnc(), Set.of(), Set.of());
        this.details = Map.of(
                "gene", genetics.gene().symbol(), "demanded", genetics.kind().toString());
    }

    public Node notJudged() {
        return new Node(
                "not-judged",
                Truth.UNKNOWN,
                List.of(),
                null,
                null,
                Map.of("gene", genetics.gene().symbol()));
    }

    public Node classification(Truth truth, List<Call> all) {
        var parts = listed(
                all,
                call -> Node.note(
                        "variant-class",
                        call.counts(),
                        found(call.classifiedOn()),
                        Map.of("variant", call.shown(), "class", Objects.toString(call.acmgClass(), "-"))));
        return wanting("classification", truth, asked(Shortfall.CLASS_UNCERTAIN), parts);
    }

    /** @param counted null for a gene whose copies are not counted */
    public Node configuration(Truth truth, Reading asked, Reading counted, List<Call> all, List<Lie> lies) {
        var parts = new ArrayList<Node>();
        if (counted != null) {
            parts.add(Node.note("copies", counted.usable() ? Truth.TRUE : Truth.UNKNOWN, counted, Map.of()));
        }
        var counting = counting(all);
        parts.addAll(listed(
                counting,
                call -> Node.note(
                        "variant-place",
                        Truth.TRUE,
                        found(null),
                        Map.of(
                                "variant", call.shown(),
                                "zygosity", Objects.toString(call.copies(), "-"),
                                "phase", phase(call, counting, lies)))));
        return wanting("configuration", truth, asked, parts);
    }

    static List<Call> counting(List<Call> all) {
        return all.stream()
                .filter(Call::counting)
                .sorted(Comparator.comparing(Call::key))
                .toList();
    }

    private static String phase(Call call, List<Call> counting, List<Lie> lies) {
        return counting.stream()
                .filter(other -> other != call)
                .map(other -> lie(call, other, lies))
                .filter(said -> !said.isEmpty())
                .limit(MOST_PHASES)
                .collect(Collectors.joining(", "));
    }

    private static String lie(Call call, Call other, List<Lie> lies) {
        var known = lies.stream()
                .filter(lie -> lie.one().equals(call.key()) && lie.other().equals(other.key()))
                .map(Lie::lie)
                .distinct()
                .toList();
        if (known.size() != 1) {
            return "";
        }
        return (known.get(0) == Arrangement.CIS ? "cis " : "trans ") + other.shown();
    }

    /** @param unusable those that keep the genetics from being judged */
    public Node constitutional(List<Call> unusable) {
        var mosaic = unusable.stream().filter(Call::mosaic).toList();
        var parts = listed(
                mosaic,
                call -> Node.note("variant-mosaic", Truth.UNKNOWN, found(null), Map.of("variant", call.shown())));
        return wanting("constitutional", trueIf(parts.isEmpty()), asked(Shortfall.MOSAIC), parts);
    }

    public Node reference(List<Call> unusable) {
        var unnamed = unusable.stream().filter(call -> call.unusable() != null).toList();
        var parts = listed(unnamed, this::name);
        return wanting("reference", trueIf(parts.isEmpty()), asked(Shortfall.REFERENCE_UNUSABLE), parts);
    }

    private Node name(Call call) {
        var why = call.unusable();
        var named = Map.of(
                "variant", call.shown(),
                "reason", why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "place", String.valueOf(why.place() + 1),
                "modernForm", Objects.toString(why.modernForm(), ""));
        return Node.note("variant-name", Truth.UNKNOWN, found(null), named);
    }

    private static Truth trueIf(boolean good) {
        return good ? Truth.TRUE : Truth.UNKNOWN;
    }

    private List<Node> listed(List<Call> calls, Function<Call, Node> explain) {
        var listed = calls.stream()
                .sorted(Comparator.comparing(Call::counts).thenComparing(Call::key))
                .limit(MOST_VARIANTS)
                .map(explain)
                .collect(Collectors.toCollection(ArrayList::new));
        if (calls.size() > MOST_VARIANTS) {
            var more = Map.of("count", String.valueOf(calls.size() - MOST_VARIANTS));
            listed.add(Node.note("more", Truth.UNKNOWN, null, more));
        }
        return listed;
    }

    private Reading found(LocalDate on) {
        return Reading.stated(variant, FactState.PRESENT, on, null, "laboratory");
    }

    Reading asked(Shortfall why) {
        return Reading.notStated(variant).shortOf(why);
    }

    private Node wanting(String kind, Truth truth, Reading asked, List<Node> parts) {
        return new Node(kind, truth, parts, truth == Truth.UNKNOWN ? asked : null, null, details);
    }
}
