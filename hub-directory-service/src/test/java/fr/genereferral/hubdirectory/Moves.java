package fr.genereferral.hubdirectory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of moves, kept as data. */
public final class Moves {
    private Moves() {}

    public static Set<String> all() {
        try (var table = new BufferedReader(
                new InputStreamReader(Moves.class.getResourceAsStream("/moves.csv"), StandardCharsets.UTF_8))) {
            return table.lines().skip(1).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
