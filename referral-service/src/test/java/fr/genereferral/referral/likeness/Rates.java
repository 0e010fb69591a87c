package fr.genereferral.referral.likeness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How often each kind of thing happens, from a committed list; and the other lists that children are drawn from. */
final class Rates {
    private final Map<String, Double> byKind = new LinkedHashMap<>();

    private Rates(String file) {
        lines(file).stream()
                .filter(line -> !line.startsWith("kind;"))
                .map(line -> line.split(";"))
                .forEach(cells -> byKind.put(cells[0], Double.valueOf(cells[1])));
    }

    static Rates of(String file) {
        return new Rates(file);
    }

    double rate(Object kind) {
        return byKind.get(kind.toString());
    }

    boolean happens(String kind, Random random) {
        return random.nextDouble() < rate(kind);
    }

    Map<String, Double> all() {
        return byKind;
    }

    /** Without its comments. */
    static List<String> lines(String file) {
        try (var reader = new BufferedReader(
                new InputStreamReader(Rates.class.getResourceAsStream("/likeness/" + file), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(file + " does not read", e);
        }
    }
}
