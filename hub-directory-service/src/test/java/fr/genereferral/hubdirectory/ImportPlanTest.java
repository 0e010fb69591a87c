package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.ImportFile.ListedAccreditation;
import fr.genereferral.hubdirectory.ImportFile.ListedHub;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
        assertTrue(hubs.get(NECKER).bands("LUX", TODAY.minusDays(1)).findAny().isPresent());
        assertTrue(hubs.get(NECKER).bands("LUX", TODAY).findAny().isEmpty());
    }

    /** Two words of the same instant: whoever asks later what was known could not tell the last. */
    @Test
    void saysTheEndOfACorrectedAccreditationOnce() {
        plan(List.of(), List.of(accreditation(1, NECKER, "LUX", null, "list", TODAY.plusMonths(1))));

        var plan = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", 18, "list", TODAY)));

        assertEquals(List.of(ImportKind.UPDATE, ImportKind.END), kinds(plan));
        assertEquals(
                List.of(new FieldChange("endsOn", TODAY.plusMonths(1).toString(), TODAY.toString())),
                plan.changes().get(1).entry().fields());
        var news = hubs.get(NECKER).takeNews();
        var corrected = news.granted().get(0);
        var ends = news.ends().stream()
                .filter(end -> end.accreditation().equals(corrected.id()))
                .toList();
        assertEquals(List.of(TODAY), ends.stream().map(AccreditationEnd::endsOn).toList());
        assertEquals(TODAY, corrected.with(ends).endsOn());
    }

    @Test
    void leavesAsItIsWhatARowDoesNotSay() {
        var band = new Band(2, 18, null, new BigDecimal("13.5"));
        var known = new Accreditation.Grant("LUX", band, START, true, "list");
        plan(List.of(), List.of(new ListedAccreditation(1, NECKER, known, null)));

        var silent = new Accreditation.Grant("LUX", Band.open(), START, null, null);
        var end = new Accreditation.End(TODAY, Accreditation.EndReason.STAFF);
        var ended = plan(List.of(), List.of(new ListedAccreditation(1, NECKER, silent, end)));
        var older = new Accreditation.Grant("LUX", new Band(4, null, null, null), START, null, null);
        var corrected = plan(List.of(), List.of(new ListedAccreditation(1, NECKER, older, null)));
        var inverted = new Accreditation.Grant("LUX", new Band(18, null, null, null), START, null, null);
        var refused = plan(List.of(), List.of(new ListedAccreditation(1, NECKER, inverted, null)));

        assertEquals(List.of(ImportKind.END), kinds(ended));
        assertEquals(List.of(ImportKind.UPDATE), kinds(corrected));
        assertEquals(
                List.of(new FieldChange("fromAgeYears", "2", "4")),
                corrected.changes().get(0).entry().fields());
        assertEquals("underAgeYears", refused.faults().get(0).column());
    }

    @Test
    void asksTheNextHubAfterWhateverMayTakeSomethingAway() {
        var granted = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", null, "list", null)));
        var corrected = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", 18, "list", null)));
        var ended = plan(List.of(), List.of(accreditation(1, NECKER, "LUX", 18, "list", TODAY)));
        var closed = plan(List.of(hub(1, NECKER, Map.of(HubField.OPEN, "false"))), List.of());

        assertEquals(
                List.of(false, true, true, true),
                Stream.of(granted, corrected, ended, closed)
                        .map(plan -> plan.changes().get(0).mayTakeAway())
                        .toList());
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

    private static List<ImportKind> kinds(ImportPlan plan) {
        return plan.changes().stream().map(ImportPlan.Change::kind).toList();
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
