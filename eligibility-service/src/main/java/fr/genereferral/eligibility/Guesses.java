package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that a missing thing might turn out to be, as far as one demand tells it apart. */
final class Guesses {
    private static final String ANOTHER_CODE = "none of these";

    private final Leaf leaf;
    private final Evidence evidence;

    private Guesses(Leaf leaf, Evidence evidence) {
        this.leaf = leaf;
        this.evidence = evidence;
    }

    /** Whether they are the same for every dossier. */
    static boolean areFixed(Leaf leaf) {
        return !(leaf instanceof Leaf.Within || leaf instanceof Leaf.DiagnosedBefore);
    }

    /** @param evidence may be null where they are the same for every dossier */
    static List<Supposed> of(Leaf leaf, Evidence evidence) {
        return new Guesses(leaf, evidence).all();
    }

    private List<Supposed> all() {
        if (leaf instanceof VariantLeaf) {
            return Stream.of(Truth.TRUE, Truth.FALSE)
                    .map(truth -> Supposed.leaf(leaf, truth))
                    .toList();
        }
        return leaf instanceof Leaf.OfInput demand
                ? readings(demand).stream()
                        .map(reading -> Supposed.reading(demand.what(), reading))
                        .toList()
                : List.of();
    }

    private List<Reading> readings(Leaf.OfInput demand) {
        var input = demand.what();
        if (demand instanceof Leaf.Compare compare) {
            return around(compare);
        }
        if (demand instanceof Leaf.OneOf oneOf) {
            var codes = new ArrayList<>(oneOf.codes());
            codes.add(ANOTHER_CODE);
            return codes.stream()
                    .map(code -> Reading.supposed(input, code, null, null))
                    .toList();
        }
        if (demand instanceof Leaf.Within) {
            return List.of(dated(input, evidence.dayOfFacts()), Reading.supposedAbsent(input));
        }
        if (demand instanceof Leaf.DiagnosedBefore diagnosed) {
            var birth = evidence.dossier().birthDate();
            return List.of(dated(input, birth), dated(input, Age.reachedOn(birth, diagnosed.age())));
        }
        return List.of(Reading.supposed(input, null, null, null), Reading.supposedAbsent(input));
    }

    /** The limit itself and the nearest values on either side of it. */
    private static List<Reading> around(Leaf.Compare compare) {
        var limit = compare.limit();
        var step = BigDecimal.ONE.movePointLeft(Math.max(limit.scale(), 0));
        return Stream.of(limit.subtract(step), limit, limit.add(step))
                .map(v -> Reading.supposed(compare.what(), v, compare.unit(), Interval.of(Comparison.EQUAL, v)))
                .toList();
    }

    private static Reading dated(Input input, LocalDate day) {
        return Reading.supposed(input, day.toString(), null, null);
    }
}
