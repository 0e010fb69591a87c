package fr.genereferral.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodiesTest {
    @Test
    void theSameSeedMakesTheSameChildren() {
        assertEquals(new Bodies(7).next(), new Bodies(7).next());
        assertNotEquals(new Bodies(7).next(), new Bodies(8).next());
    }

    @Test
    void everyChildHasANameOfItsOwn() {
        var bodies = new Bodies(7);

        var names = IntStream.range(0, 5000)
                .mapToObj(i ->
                        new JsonObject(bodies.next()).getJsonObject("identity").getString("familyName"))
                .collect(Collectors.toSet());

        assertEquals(5000, names.size());
    }
}
