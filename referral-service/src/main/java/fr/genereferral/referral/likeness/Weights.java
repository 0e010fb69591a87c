package fr.genereferral.referral.likeness;

import fr.genereferral.referral.DatedRow;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How much each agreement speaks for one child or for two, and from what sum on a person is asked, as dated data
 * ({@code likeness-weights.csv}, {@code likeness-limits.csv}) with their sources.
 */
final class Weights {
    /** By how the given names agree, trait by trait; that of the given names themselves among them. */
    private final Map<Agreement, Map<Trait, Map<Agreement, Double>>> weights = new EnumMap<>(Agreement.class);

    private final double limit;

    /** Read once for each day. */
    private static final Map<LocalDate, Weights> READ = new ConcurrentHashMap<>();

    private Weights(LocalDate day) {
        inForce("/likeness-weights.csv", day).forEach(this::take);
        limit = inForce("/likeness-limits.csv", day).stream()
                .filter(cells -> cells.get(0).equals("review"))
                .mapToDouble(cells -> Double.parseDouble(cells.get(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no limit of likeness is set for " + day));
    }

    /** Those that hold on a day. */
    static Weights on(LocalDate day) {
        return READ.computeIfAbsent(day, Weights::new);
    }

    private void take(List<String> cells) {
        var same = Double.parseDouble(cells.get(3));
        var others = Double.parseDouble(cells.get(4));
        weights.computeIfAbsent(Agreement.valueOf(cells.get(0)), given -> new EnumMap<>(Trait.class))
                .computeIfAbsent(Trait.valueOf(cells.get(1)), trait -> new EnumMap<>(Agreement.class))
                .put(Agreement.valueOf(cells.get(2)), Math.log(same / others) / Math.log(2));
    }

    /**
     * Bits: above zero for one child, below for two; zero for what is not known.
     *
     * @param given how the given names of the two agree: where they do, the two children who are taken for one are namesakes and
     *     not twins, and the same place or mother says far more
     */
    double of(Agreement given, Trait trait, Agreement agreement) {
        return weights.getOrDefault(given, Map.of())
                .getOrDefault(trait, Map.of())
                .getOrDefault(agreement, 0.0);
    }

    /** From this sum on, in bits, a person is asked. */
    double limit() {
        return limit;
    }

    private static List<List<String>> inForce(String file, LocalDate day) {
        return DatedRow.read(file, Function.identity()).stream()
                .filter(row -> row.holdsOn(day))
                .map(DatedRow::value)
                .toList();
    }
}
