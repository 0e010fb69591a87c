package fr.genereferral.bench.database;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every row that one acknowledged POST has left in one database, by table. */
record StoredReferral(UUID id, Map<String, List<StoredRow>> rows) {
    int count() {
        return rows.values().stream().mapToInt(List::size).sum();
    }
}
