package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.ImportFile.ListedAccreditation;
import fr.genereferral.hubdirectory.ImportFile.ListedHub;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a file would change. */
class ImportPlanTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final Map<String, Hub> hubs = new HashMap<>();

    ImportPlanTest() {
        DirectoryFixtures.directory().hubs().forEach(hub -> {
            hub.takeNews();
            hubs.put(hub.id(), hub);
        });
    }

    @Test
    void addsANewHubAndChangesOnlyWhatIsNotSoAlready() {
        var plan = plan(
                List.of(
                        hub(1, "IT-MILANO", Map.of(HubField.NAME, "R", HubField.CITY, "Milano", HubField.KIND, "HUB")),
                        hub(2, NECKER, Map.of(HubField.CITY, "Paris", HubField.PHONE, "+33 1 00 00 00 00")),
                        hub(3, BASTIA, Map.of(HubField.KIND, "RELAY"))),
                List.of());

        assertEquals(List.of(), plan.faults());
        assertEquals(
                List.of(ImportKind.CREATE, ImportKind.UPDATE),
                plan.changes().stream().map(ImportPlan.Change::kind).toList());
        assertEquals(
                List.of(new FieldChange("phone", null, "+33 1 00 00 00 00")),
                plan.changes().get(1).entry().fields());
        assertEquals(2, plan.changed().size());
    }

    @Test
    void takesAnAccreditationItsCorrectionAndItsEnd() {
        var first = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", null, "list", null)));
        var same = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", null, "list", null)));
        var other = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", 18, "list", null)));
        var ended = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", 18, "list", TODAY)));

        assertEquals(ImportKind.CREATE, first.changes().get(0).kind());
        assertEquals(List.of(), same.changes());
        assertEquals(
                List.of(new FieldChange("underAgeYears", null, "18")),
                other.changes().get(0).entry().fields());
        assertEquals(ImportKind.END, ended.changes().get(0).kind());
        assertTrue(hubs.get(NECKER).isAccredited("LUX", TODAY.minusDays(1)));
        assertTrue(!hubs.get(NECKER).isAccredited("LUX", TODAY));
    }

    @Test
    void saysByLineWhatTheDirectoryDoesNotAllow() {
        var plan = plan(
                List.of(
                        hub(1, "IT-MILANO", Map.of(HubField.NAME, "R")),
                        hub(2, BASTIA, Map.of(HubField.KIND, "HUB")),
                        hub(3, BASTIA, Map.of())),
                List.of(
                        accreditation(4, "999999999", "LUX", null, "list", null),
                        accreditation(5, BASTIA, "LUX", null, "list", null),
                        new ListedAccreditation(6, NECKER, grant("ONA-IV", START.minusYears(1), null, "list"), null)));

        assertEquals(
                List.of(
                        "1 city FIELD_MISSING",
                        "1 kind FIELD_MISSING",
                        "2 kind KIND_FIXED",
                        "3 id DUPLICATE",
                        "4 hub HUB_UNKNOWN",
                        "5 therapy RELAY_NEVER_ACCREDITED",
                        "6 therapy ALREADY_ACCREDITED"),
                plan.faults().stream()
                        .map(f -> f.line() + " " + f.column() + " " + f.code())
                        .toList());
    }

    private ImportPlan plan(List<ListedHub> entries, List<ListedAccreditation> accreditations) {
        hubs.values().forEach(Hub::takeNews);
        var hand = new EntryChange.Hand("test", NOW);
        return ImportPlan.of(new ImportFile(entries, accreditations), hubs, hand, UUID::randomUUID);
    }

    private static ListedHub hub(int line, String id, Map<HubField, String> values) {
        return new ListedHub(line, id, new HubEdit(values, TODAY, null));
    }

    private static ListedAccreditation accreditation(
            int line, String hub, String therapy, Integer under, String source, LocalDate endsOn) {
        var end = endsOn == null ? null : new Accreditation.End(endsOn, Accreditation.EndReason.STAFF);
        return new ListedAccreditation(line, hub, grant(therapy, START, under, source), end);
    }

    private static Accreditation.Grant grant(String therapy, LocalDate from, Integer under, String source) {
        return new Accreditation.Grant(therapy, new Band(null, under, null, null), from, false, source);
    }
}
