package fr.genereferral.hubdirectory.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.DirectoryRecords.Affected;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.Loss;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.LossReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AffectedRepresentationTest {
    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
    private static final Instant KNOWN = Instant.parse("2026-09-10T08:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-08-20T10:00:00Z");

    /** A hub that may again has nothing to be decided about. */
    @ParameterizedTest
    @CsvSource({"2026-08-31,,false", "2026-09-01,,true", "2026-10-01,2026-10-02,true", "2026-10-01,2026-10-01,false"})
    void awaitsTheCoordinatorOnlyWhileTheLossLasts(LocalDate today, LocalDate until, boolean awaits) {
        var held = new Affected(UUID.randomUUID(), UUID.randomUUID(), BEFORE, true, null);

        var page = AffectedRepresentation.of(List.of(held), loss(until), today, 10);

        assertEquals(awaits, page.items().get(0).awaitsConfirmation());
        assertFalse(page.items().get(0).acceptedWithout());
    }

    @ParameterizedTest
    @CsvSource({"2026-08-01", "2026-09-01"})
    void isNobodyWhereAnotherAccreditationTookOver(LocalDate until) {
        assertTrue(loss(until).isEmpty());
        assertFalse(loss(null).isEmpty());
        assertFalse(loss(FROM.plusDays(1)).isEmpty());
    }

    /** One word for each child: a loss that somebody has decided about waits for nobody. */
    @ParameterizedTest
    @EnumSource(LossDecision.class)
    void awaitsNobodyOnceTheCoordinatorHasSpoken(LossDecision decision) {
        var word = new LossConfirmation.Word(decision, LossReason.OTHER);
        var said = new LossConfirmation(
                UUID.randomUUID(), UUID.randomUUID(), loss(null), word, new EntryChange.Hand("a-person", KNOWN));
        var held = new Affected(UUID.randomUUID(), UUID.randomUUID(), BEFORE, true, said);

        var line = AffectedRepresentation.Line.of(held, loss(null), FROM);

        assertFalse(line.awaitsConfirmation());
        assertEquals(FROM, line.confirmation().lostFrom());
        assertEquals(KNOWN, line.confirmation().lossKnownAt());
        assertEquals("a-person", line.confirmation().confirmedBy());
    }

    private static Loss loss(LocalDate until) {
        return new Loss(UUID.randomUUID(), "750100208", "LUX", FROM, until, KNOWN);
    }
}
