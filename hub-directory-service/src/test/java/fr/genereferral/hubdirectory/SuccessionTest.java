package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final RoutingRequest REQUEST = aRequest().livingIn("35").build();

    @Test
    void doesNotAskAHubThatRestsSinceTheRanking() {
        var succession = resting(new Capacities.Place(NANTES, "ONA-IV"));

        assertEquals(
                NECKER,
                succession.remaining(Set.of()).findFirst().orElseThrow().hub().id());
        assertTrue(succession.excluded(List.of(), List.of()).stream()
                .anyMatch(e -> e.hub().id().equals(NANTES) && e.reason() == ExclusionReason.PAUSED));
    }

    @Test
    void takesNothingFromAHubThatRests() {
        assertFalse(resting(new Capacities.Place(NANTES, null)).hasLostAccreditation(NANTES));
    }

    @Test
    void asksAHubThatRestsForAnotherTherapy() {
        var succession = resting(new Capacities.Place(NANTES, "LUX"));

        assertEquals(
                NANTES,
                succession.remaining(Set.of()).findFirst().orElseThrow().hub().id());
    }

    private static Succession resting(Capacities.Place place) {
        var occasion = new MatchRun.Occasion(new UUID(0, 1), TODAY, NOW);
        var run = MatchRun.of(REQUEST, DirectoryFixtures.directory(), Map.of(), occasion);
        var rests = Map.of(place, List.of(new CapacityPlan.Rest(TODAY, null)));
        var now = DirectoryFixtures.directory(new Capacities(Map.of(), rests, Map.of()));
        return Succession.asOf(TODAY, run, REQUEST, now, new Succession.Terms(null, UUID::randomUUID));
    }
}
