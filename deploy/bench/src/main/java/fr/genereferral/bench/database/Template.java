package fr.genereferral.bench.database;

import java.util.List;
import java.util.UUID;

/** What one POST has left in both databases, to be written again and again. */
record Template(UUID original, List<Insert> rows, List<Insert> key) {
    int rowsEach() {
        return count(rows) + count(key);
    }

    private static int count(List<Insert> inserts) {
        return inserts.stream().mapToInt(insert -> insert.rows().size()).sum();
    }
}
