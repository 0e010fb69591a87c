package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.json.RulePackReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which days are looked at again in full: those on which something that decides has turned. */
class TurningTest {
    private static final LocalDate CLOSING = LocalDate.of(2026, 11, 30);

    @Test
    void aValueThatGoesStaleTurnsTheDayAfterItsLast() {
        var child = Changed.of("sma-1-complete");

        assertFalse(hasTurned(child, "ONA-IV", Packs.shipped(), LocalDate.of(2026, 12, 4)));
        assertTrue(hasTurned(child, "ONA-IV", Packs.shipped(), LocalDate.of(2026, 12, 5)));
    }

    @Test
    void nothingTurnsOfAProductThatStaysClosed() {
        assertFalse(hasTurned(Changed.of("fana-closed"), "FANA", Packs.shipped(), LocalDate.of(2030, 1, 1)));
    }

    /** Nothing of the patient turns that day, and the answer does. */
    @Test
    void aProductThatIsWithdrawnTurns() throws IOException {
        var child = Changed.of("sma-1-complete").under(closing("ONA-IV"));

        assertFalse(hasTurned(child, "ONA-IV", closing("ONA-IV"), CLOSING.minusDays(1)));
        assertTrue(hasTurned(child, "ONA-IV", closing("ONA-IV"), CLOSING));
        assertEquals(
                Optional.of(CLOSING.minusDays(1)),
                child.verdict("ONA-IV").dates().validUntil());
    }

    private static boolean hasTurned(Changed child, String therapy, RulesInForce rules, LocalDate day) {
        var evidence = Evidence.on(child.day(), child.dossier(), rules.knowledge());
        var prepared = rules.prepared(rules.pack(therapy).orElseThrow());
        return new Rejudging(prepared, evidence).hasTurned(evidence.on(day));
    }

    private static RulesInForce closing(String therapy) throws IOException {
        var pack = (ObjectNode) new ObjectMapper().readTree(Packs.text(Packs.file(therapy)));
        var open = (ObjectNode) pack.withArray("access").get(0);
        pack.withArray("access")
                .add(open.deepCopy().put("from", CLOSING.toString()).put("open", false));
        return Packs.shipped().with(List.of(RulePackReader.read(pack.toString(), 2)));
    }
}
