package fr.genereferral.hubdirectory.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoredFactsTest {
    private static final StoredFacts FACTS = StoredFacts.of("2026-07-20", "5.8");

    @Test
    void findsAFactWhereverItStandsAndHoweverItIsWritten() {
        assertEquals(List.of("5.8", "5.80", "2026-07-20", "2026-07-20T10:00:00Z"), FACTS.in("""
                        {"a": [{"weight": 5.8}, "5.80"], "b": "2026-07-20", "c": {"d": "2026-07-20T10:00:00Z"}}"""));
    }

    @Test
    void takesNoPartOfAnotherValueForAFact() {
        assertEquals(List.of(), FACTS.in("""
                {"madeAt": "2026-11-26T23:05:15.812Z", "cost": 15.8, "minutes": 58, "id": "5.8.1"}"""));
    }
}
