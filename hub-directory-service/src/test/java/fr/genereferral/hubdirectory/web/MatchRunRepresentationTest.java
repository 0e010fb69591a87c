package fr.genereferral.hubdirectory.web;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.ExclusionReason;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.PlacementRecords.StoredRun;
import fr.genereferral.hubdirectory.RequestBuilder;
import fr.genereferral.hubdirectory.web.MatchRunRepresentation.Sight;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchRunRepresentationTest {
    private static final MatchRun RUN = MatchRun.of(
            RequestBuilder.aRequest()
                    .livingIn("35")
                    .preferring(NECKER)
                    .declining(LYON)
                    .build(),
            DirectoryFixtures.directory(),
            Map.of(),
            new MatchRun.Occasion(new UUID(0, 1), RequestBuilder.TODAY, RequestBuilder.NOW));

    @Test
    void tellsAHubNothingThatTheFamilySaidOfAnother() {
        var read = readBy(NANTES);

        assertNull(terms(read, NANTES).preferredMinutes());
        assertEquals(RUN.excluded().size(), read.excluded().size());
        assertTrue(read.excluded().stream().allMatch(excluded -> excluded.reason() == null));
    }

    @Test
    void tellsAHubThatTheFamilyPrefersItAndWhyItWasLeftOutItself() {
        assertEquals(-60, terms(readBy(NECKER), NECKER).preferredMinutes());
        assertEquals(ExclusionReason.REFUSED_BY_FAMILY, reason(readBy(LYON), LYON));
    }

    @Test
    void tellsTheCoordinatorAll() {
        var read = readBy(null);

        assertEquals(0, terms(read, NANTES).preferredMinutes());
        assertEquals(ExclusionReason.REFUSED_BY_FAMILY, reason(read, LYON));
    }

    private static MatchRunRepresentation readBy(String hub) {
        return MatchRunRepresentation.from(new StoredRun(RUN, false), new Sight(RUN.origin(), hub, ranked -> true));
    }

    private static MatchRunRepresentation.Terms terms(MatchRunRepresentation read, String hub) {
        return read.ranked().stream()
                .filter(ranked -> ranked.hub().id().equals(hub))
                .findFirst()
                .orElseThrow()
                .terms();
    }

    private static ExclusionReason reason(MatchRunRepresentation read, String hub) {
        return read.excluded().stream()
                .filter(excluded -> excluded.hub().id().equals(hub))
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
