package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Accreditation.End;
import fr.genereferral.hubdirectory.Accreditation.EndReason;
import fr.genereferral.hubdirectory.ImportFile.ListedAccreditation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is taken in again says nothing new, and periods of one therapy lie side by side. */
class AccreditationSpansTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final Hub hub = DirectoryFixtures.hub(DirectoryFixtures.directory(), NECKER);

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void takesOneThatNeverWasOnce(EndReason reason) {
        var first = plan(row(START, new End(START, reason)));
        var again = plan(row(START, new End(START, reason)));

        assertEquals(List.of(ImportKind.CREATE, ImportKind.END), kinds(first));
        assertEquals(List.of(), kinds(again));
    }

    @Test
    void takesAPeriodThatHasEndedBeforeTheNextBegins() {
        plan(row(START, null));

        var past = plan(row(START.minusYears(2), new End(START.minusYears(1), EndReason.STAFF)));
        var upTo = plan(row(START.minusYears(1), new End(START, EndReason.STAFF)));
        var into = plan(row(START.minusMonths(1), new End(START.plusDays(1), EndReason.STAFF)));
        var open = plan(row(START.minusMonths(2), null));

        assertEquals(List.of(), past.faults());
        assertEquals(List.of(), upTo.faults());
        assertEquals("ALREADY_ACCREDITED", into.faults().get(0).code());
        assertEquals("ALREADY_ACCREDITED", open.faults().get(0).code());
    }

    @Test
    void takesAnotherReasonForTheSameEnd() {
        plan(row(START, new End(TODAY, EndReason.STAFF)));

        var plan = plan(row(START, new End(TODAY, EndReason.WITHDRAWN_BY_AUTHORITY)));

        assertEquals(List.of(ImportKind.END), kinds(plan));
        assertEquals(
                List.of(new FieldChange("endReason", "STAFF", "WITHDRAWN_BY_AUTHORITY")),
                plan.changes().get(0).entry().fields());
    }

    @Test
    void correctsTheOneThatIsAndNotTheOneThatWasRecordedInError() {
        plan(row(START, new End(START, EndReason.RECORDED_IN_ERROR)));
        plan(row(START, null));

        assertEquals(List.of(), kinds(plan(row(START, null))));
        assertEquals(List.of(ImportKind.END), kinds(plan(row(START, new End(START, EndReason.RECORDED_IN_ERROR)))));
        assertEquals(List.of(), kinds(plan(row(START, new End(START, EndReason.RECORDED_IN_ERROR)))));
    }

    private static ListedAccreditation row(LocalDate from, End end) {
        return new ListedAccreditation(
                1, NECKER, new Accreditation.Grant("LUX", Band.open(), from, false, "list"), end);
    }

    private ImportPlan plan(ListedAccreditation row) {
        hub.takeNews();
        var file = new ImportFile(List.of(), List.of(row));
        return ImportPlan.of(file, Map.of(NECKER, hub), new EntryChange.Hand("test", NOW), UUID::randomUUID);
    }

    private static List<ImportKind> kinds(ImportPlan plan) {
        return plan.changes().stream().map(ImportPlan.Change::kind).toList();
    }
}
