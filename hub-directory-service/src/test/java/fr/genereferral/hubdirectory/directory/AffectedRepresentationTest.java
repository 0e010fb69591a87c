package fr.genereferral.hubdirectory.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.DirectoryRecords.Affected;
import fr.genereferral.hubdirectory.Loss;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffectedRepresentationTest {
    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
    private static final Instant BEFORE = Instant.parse("2026-08-20T10:00:00Z");

    /** A hub that may again has nothing to be decided about. */
    @ParameterizedTest
    @CsvSource({"2026-08-31,,false", "2026-09-01,,true", "2026-10-01,2026-10-02,true", "2026-10-01,2026-10-01,false"})
    void awaitsTheCoordinatorOnlyWhileTheLossLasts(LocalDate today, LocalDate until, boolean awaits) {
        var held = new Affected(UUID.randomUUID(), UUID.randomUUID(), BEFORE, true);

        var page = AffectedRepresentation.of(List.of(held), new Loss("750100208", "LUX", FROM, until), today, 10);

        assertEquals(awaits, page.items().get(0).awaitsConfirmation());
        assertFalse(page.items().get(0).acceptedWithout());
    }

    @ParameterizedTest
    @CsvSource({"2026-08-01", "2026-09-01"})
    void isNobodyWhereAnotherAccreditationTookOver(LocalDate until) {
        assertTrue(new Loss("750100208", "LUX", FROM, until).isEmpty());
        assertFalse(new Loss("750100208", "LUX", FROM, null).isEmpty());
        assertFalse(new Loss("750100208", "LUX", FROM, FROM.plusDays(1)).isEmpty());
    }
}
