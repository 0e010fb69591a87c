package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has the child keeps it: only giving back, or a confirmed loss, asks somebody else. */
class RefusedRoutingTest {
    private final PlacementBuilder builder = aPlacementFor(aRequest().livingIn("35"));
    private final Placement placement = builder.build();

    @Test
    void refusesARoutingOnceAHubHasSaidYes() {
        builder.accepted();

        refusesARouting();
    }

    @Test
    void refusesARoutingAfterTheEnd() {
        placement.close(NOW);

        refusesARouting();
    }

    private void refusesARouting() {
        placement.takeEvents();
        var next = aRequest().number(2).livingIn("35").build();

        assertThrows(IllegalStateException.class, () -> placement.route(next, builder.succession(), NOW));
        assertEquals(List.of(), placement.takeEvents());
    }
}
