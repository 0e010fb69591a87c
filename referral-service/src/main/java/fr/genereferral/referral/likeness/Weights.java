package fr.genereferral.referral.likeness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much each agreement speaks for one child or for two, and from what sum on a person is asked, as dated data
 * ({@code likeness-weights.csv}, {@code likeness-limits.csv}) with their sources.
 */
final class Weights {
    private final Map<Trait, Map<Agreement, Double>> weights = new EnumMap<>(Trait.class);
    private final double limit;

    /** Read once for each day. */
    private static final Map<LocalDate, Weights> READ = new ConcurrentHashMap<>();

    private Weights(LocalDate day) {
        for (var trait : Trait.values()) {
            weights.put(trait, new EnumMap<>(Agreement.class));
        }
        inForce("/likeness-weights.csv", 4, day).forEach(this::take);
        limit = inForce("/likeness-limits.csv", 2, day).stream()
                .filter(cells -> cells[0].equals("review"))
                .mapToDouble(cells -> Double.parseDouble(cells[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no limit of likeness is set for " + day));
    }

    /** Those that hold on a day. */
    static Weights on(LocalDate day) {
        return READ.computeIfAbsent(day, Weights::new);
    }

    private void take(String[] cells) {
        var same = Double.parseDouble(cells[2]);
        var others = Double.parseDouble(cells[3]);
        weights.get(Trait.valueOf(cells[0])).put(Agreement.valueOf(cells[1]), Math.log(same / others) / Math.log(2));
    }

    /** Bits: above zero for one child, below for two; zero for what is not known. */
    double of(Trait trait, Agreement agreement) {
        return weights.get(trait).getOrDefault(agreement, 0.0);
    }

    /** From this sum on, in bits, a person is asked. */
    double limit() {
        return limit;
    }

    /** @param from the cell of the first day; that of the last one follows, empty while none is known */
    private static List<String[]> inForce(String file, int from, LocalDate day) {
        try (var reader = new BufferedReader(
                new InputStreamReader(Weights.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .filter(cells -> !day.isBefore(LocalDate.parse(cells[from]))
                            && (cells[from + 1].isEmpty() || !day.isAfter(LocalDate.parse(cells[from + 1]))))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(file + " does not read", e);
        }
    }
}
