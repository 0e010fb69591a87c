package fr.genereferral.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private static final int CHILDREN = 5000;

    @Test
    void theSameSeedMakesTheSameChildren() {
        assertEquals(new Bodies(7).next(), new Bodies(7).next());
        assertNotEquals(new Bodies(7).next(), new Bodies(8).next());
    }

    /** The platform looks for one child among those who share any of these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/identity/familyName",
                "/identity/givenNames/0",
                "/dossier/genetics/reports/0/laboratory",
                "/dossier/genetics/reports/0/accreditation"
            })
    void everyChildHasItsOwn(String what) {
        var bodies = new Bodies(7);

        var values = IntStream.range(0, CHILDREN)
                .mapToObj(child -> JsonPointer.from(what).queryJson(new JsonObject(bodies.next())))
                .collect(Collectors.toSet());

        assertEquals(CHILDREN, values.size());
    }

    @Test
    void everyBodyIsAsLong() {
        var bodies = new Bodies(7);

        assertEquals(bodies.next().length(), bodies.next().length());
    }
}
