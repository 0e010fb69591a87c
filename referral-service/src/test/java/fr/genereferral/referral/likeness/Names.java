package fr.genereferral.referral.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented names, those at the head of a list more often than those at its end. */
final class Names {
    /** A double name: one newborn in ten (Insee Focus 33). */
    private static final double DOUBLE = 0.10;
    /** How slowly frequency falls along a list of names (CONV). */
    private static final int FLATNESS = 25;

    private static final double[] HOW_MANY_GIVEN = {0.30, 0.75};

    private final List<String> families = Rates.lines("families.txt");
    private final Map<String, List<String>> spellings = new LinkedHashMap<>();
    private final Map<String, List<String>> bySex = Map.of("male", new ArrayList<>(), "female", new ArrayList<>());

    Names() {
        Rates.lines("given.txt").stream().map(line -> line.split(";")).forEach(cells -> {
            if (!cells[0].equals("f")) {
                bySex.get("male").add(cells[1]);
            }
            if (!cells[0].equals("m")) {
                bySex.get("female").add(cells[1]);
            }
            if (cells.length > 2) {
                spellings.put(cells[1], Arrays.asList(cells).subList(2, cells.length));
            }
        });
    }

    String family(Random random) {
        var first = frequent(families, random);
        return random.nextDouble() < DOUBLE ? first + "-" + frequent(families, random) : first;
    }

    /** One to three, none twice. */
    List<String> given(String sex, Random random) {
        var names = new ArrayList<String>();
        var drawn = random.nextDouble();
        var many = drawn < HOW_MANY_GIVEN[0] ? 1 : drawn < HOW_MANY_GIVEN[1] ? 2 : 3;
        while (names.size() < many) {
            var name = frequent(bySex.get(sex), random);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Other ways to write a name that came from another alphabet or has several; empty when there is one alone. */
    List<String> spellings(String given) {
        return spellings.getOrDefault(given, List.of());
    }

    private static String frequent(List<String> names, Random random) {
        // Of rank r with a weight of 1 / (r + FLATNESS): the inverse of its sum, near enough.
        var ratio = (double) (names.size() + FLATNESS) / FLATNESS;
        var rank = (int) (FLATNESS * (Math.pow(ratio, random.nextDouble()) - 1));
        return names.get(Math.min(rank, names.size() - 1));
    }
}
