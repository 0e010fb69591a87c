package fr.genereferral.referral.likeness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists that are data: comments, the names of the columns, rows. */
final class Data {
    private Data() {}

    /** Cell by cell, without comments and names of columns. */
    static List<String[]> rows(String file) {
        try (var reader = new BufferedReader(
                new InputStreamReader(Data.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(file + " does not read", e);
        }
    }
}
