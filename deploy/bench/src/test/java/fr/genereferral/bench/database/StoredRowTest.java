package fr.genereferral.bench.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredRowTest {
    private static final UUID ORIGINAL = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void writesTheSameRowForAnotherReferral() {
        var row = new StoredRow(
                List.of("id", "aggregateid", "payload"), List.of(UUID.randomUUID(), ORIGINAL.toString(), "{}"));

        var again = row.as(OTHER, ORIGINAL);

        assertNotEquals(row.values().get(0), again.get(0));
        assertEquals(OTHER.toString(), again.get(1));
        assertEquals("{}", again.get(2));
    }

    @Test
    void whatIsUniqueIsNewAndAsLong() {
        var row = new StoredRow(List.of("id", "reference", "state"), List.of(ORIGINAL, "GR-ABCDEFG8", "SUBMITTED"));

        var again = row.as(OTHER, ORIGINAL);

        assertEquals(OTHER, again.get(0));
        assertNotEquals("GR-ABCDEFG8", again.get(1));
        assertEquals(11, ((String) again.get(1)).length());
        assertEquals("SUBMITTED", again.get(2));
    }

    @Test
    void knowsWhoseItIsByIdAndByText() {
        assertTrue(new StoredRow(List.of("referral_id"), List.of(ORIGINAL)).belongsTo(ORIGINAL));
        assertTrue(new StoredRow(List.of("aggregateid"), List.of(ORIGINAL.toString())).belongsTo(ORIGINAL));
    }

    @Test
    void oneStatementATableWhateverItsRows() {
        var row = new StoredRow(List.of("referral_id", "field"), List.of(ORIGINAL, "name"));

        assertEquals(
                "insert into baseline.identity_field (referral_id, field) values ($1, $2), ($3, $4)",
                Insert.into("identity_field", List.of(row, row)).sql());
    }
}
