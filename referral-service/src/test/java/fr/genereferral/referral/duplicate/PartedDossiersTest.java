package fr.genereferral.referral.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.contract.Schemas;
import fr.genereferral.referral.dossier.Differences;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two dossiers that were one for a while: names, citations and choices of each are its own again. Both hospitals call their report r1;
 * in the joint dossier that of Angers is r1-2.
 */
class PartedDossiersTest {
    private static final Actor NANTES = new Actor("one", "440000271", "referrer");
    private static final Actor ANGERS = new Actor("other", "490000049", "referrer");
    private static final Instant SENT = ReferralFixtures.NOW;
    private static final UUID MERGE = UUID.randomUUID();

    private final FactUnion union = new FactUnion();
    private final DossierHistory theirs = sent(ANGERS, "Laboratoire B");
    private DossierHistory joint = sent(NANTES, "Laboratoire A");
    private int version = 2;

    @BeforeEach
    void becomeOne() {
        enter(union.union(joint, version, theirs, MERGE).entries());
    }

    @Test
    void citeNoReportThatIsNotThere() {
        say(NANTES, FactKind.COPY_NUMBER, copies("HGNC:11118", "r1-2"));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11117", "r1"));

        var without = without();
        var back = back();

        assertFalse(copiesOf(without, "HGNC:11118").has("report"));
        assertFalse(copiesOf(back, "HGNC:11117").has("report"));
    }

    @Test
    void citeTheirOwnReportUnderItsOwnName() {
        say(ANGERS, FactKind.VARIANT, "{\"id\": \"v1\", \"gene\": \"HGNC:11117\", \"report\": \"r1-2\"}");
        say(ANGERS, FactKind.REPORT, report("r9", "Laboratoire C", true));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11118", "r9"));

        var back = back();

        assertEquals("r1", back.at("/genetics/variants/0/report").asText());
        assertEquals("r9", copiesOf(back, "HGNC:11118").path("report").asText());
        assertEquals(List.of("r1", "r9"), back.at("/genetics/reports").findValuesAsText("id"));
    }

    @Test
    void holdAReportThatWasSentAgainOnce() {
        say(ANGERS, FactKind.REPORT, report("r1-2", "Laboratoire B", true));

        var reports = back().at("/genetics/reports");

        assertEquals(List.of("r1"), reports.findValuesAsText("id"));
        assertTrue(reports.at("/0/signed").booleanValue());
    }

    /** By a report of the other hospital, as it is called there: its own stays by its own. */
    @Test
    void holdOnceWhatWasSentAgainByAReportThatIsNotThere() {
        say(ANGERS, FactKind.REPORT, report("r9", "Laboratoire C", true));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11118", "r9"));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11118", "r1"));

        var back = back();

        assertEquals(1, back.at("/genetics/copyNumbers").size());
        assertEquals("r9", copiesOf(back, "HGNC:11118").path("report").asText());
    }

    /** It had another name there, and none but its hospital says it. */
    @Test
    void holdAReportOnceThatWasSentAgainUnderAnotherName() {
        say(ANGERS, FactKind.REPORT, report("r7", "Laboratoire B", false));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11118", "r7"));

        var back = back();

        assertEquals(List.of("r1"), back.at("/genetics/reports").findValuesAsText("id"));
        assertEquals("r1", copiesOf(back, "HGNC:11118").path("report").asText());
    }

    /** What one hospital sends under the name that the other gave its report is its own all the same. */
    @Test
    void keepReportsApartThatBothHaveCalledTheSame() {
        say(ANGERS, FactKind.REPORT, report("r1", "Laboratoire C", true));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11118", "r1"));

        var back = back();

        assertEquals(List.of("r1", "r1-2"), back.at("/genetics/reports").findValuesAsText("id"));
        assertEquals("r1-2", copiesOf(back, "HGNC:11118").path("report").asText());
        assertEquals(
                "Laboratoire A", without().at("/genetics/reports/0/laboratory").asText());
    }

    /** Later the name is given anew. */
    @Test
    void citeNoOtherReportOfTheSameName() {
        say(NANTES, FactKind.COPY_NUMBER, copies("HGNC:11118", "r1-2"));
        joint = joint.after(List.of(merge().undone(++version)));
        say(NANTES, FactKind.REPORT, report("r1-2", "Laboratoire D", true));
        say(NANTES, FactKind.COPY_NUMBER, copies("HGNC:11117", "r1-2"));

        var dossier = FactHistory.of(joint).dossier();

        assertFalse(copiesOf(dossier, "HGNC:11118").has("report"));
        assertEquals("r1-2", copiesOf(dossier, "HGNC:11117").path("report").asText());
    }

    @Test
    void keepWhatIsPublished() {
        say(NANTES, FactKind.COPY_NUMBER, copies("HGNC:11118", "r1-2"));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11117", "r1"));
        say(ANGERS, FactKind.VARIANT, "{\"id\": \"v1\", \"gene\": \"HGNC:11117\", \"report\": \"r1-2\"}");
        var schemas = Schemas.published();

        for (var made : List.of(union.without(parted()), union.back(theirs, 2, joint, merge()))) {
            var event = (ObjectNode) schemas.example("DossierChanged.v1");
            event.set("dossier", json(made.clinicalDossier()));
            assertEquals(List.of(), schemas.violations("DossierChanged.v1", event), event.toString());
        }
    }

    @Test
    void keepAChoiceOfTheirsWhereAllOfItGoesBack() {
        say(ANGERS, FactKind.FACT, weight("5.8"));
        say(ANGERS, FactKind.FACT, weight("8.5"));
        choose(ANGERS, 10_003, List.of(10_002));

        var made = union.back(theirs, 2, joint, merge());

        assertEquals(List.of("8.5"), values(json(made.dossier())));
        var choice = made.entries().get(made.entries().size() - 1);
        assertEquals("body-weight", choice.name());
        assertEquals(SettlementReason.EXPERT_REVIEW, choice.reason());
        assertEquals(ANGERS, choice.by());
        assertEquals(List.of(), values(without()));
    }

    /** What it had been chosen over is not there: a clinician chooses anew. */
    @Test
    void chooseAnewWhereAChoiceWasOverAWordOfTheOther() {
        say(NANTES, FactKind.FACT, weight("6.1"));
        say(ANGERS, FactKind.FACT, weight("5.8"));
        say(ANGERS, FactKind.FACT, weight("8.5"));
        choose(ANGERS, 10_004, List.of(10_002, 10_003));

        assertEquals(List.of("5.8", "8.5"), values(back()));
        assertEquals(List.of("6.1"), values(without()));
    }

    /** It is called by the first that was said of it, which has left. */
    @Test
    void keepAChoiceOfAVariantThatWasFirstTheOthers() {
        say(ANGERS, FactKind.VARIANT, variant(5));
        say(NANTES, FactKind.VARIANT, variant(3));
        say(NANTES, FactKind.VARIANT, variant(4));
        choose(NANTES, FactKind.VARIANT, "variant-10002", 10_004, List.of(10_002, 10_003));

        var fact = FactHistory.of(parted()).named("variant-10002").orElseThrow();

        assertFalse(fact.isConflicting());
        assertTrue(fact.holds(10_004));
    }

    /** Whichever of them is chosen, the same holds. */
    @Test
    void letChooseOnceWhatTwoHaveSaid() {
        say(NANTES, FactKind.FACT, weight("5.8"));
        say(ANGERS, FactKind.FACT, weight("5.8"));
        say(ANGERS, FactKind.FACT, weight("8.5"));
        var fact = FactHistory.of(joint).named("body-weight").orElseThrow();

        assertEquals(List.of(10_002, 10_004), fact.choices());
        assertEquals(List.of(10_002, 10_003), fact.setAsideFor(10_004));
        choose(NANTES, 10_004, fact.setAsideFor(10_004));

        assertEquals(
                List.of(10_002),
                FactHistory.of(joint).named("body-weight").orElseThrow().choices());
        assertEquals(List.of("5.8"), values(without()));
    }

    /** Who has read it while they were one hears that something has left. */
    @Test
    void differFromWhatWasReadWhileTheyWereOne() {
        say(NANTES, FactKind.FACT, weight("6.1"));
        say(ANGERS, FactKind.FACT, weight("8.5"));
        say(ANGERS, FactKind.COPY_NUMBER, copies("HGNC:11117", "r1-2"));

        var changes = Differences.since(version, parted()).stream()
                .map(one -> one.name() + " " + one.before().size() + " > "
                        + one.after().size())
                .toList();

        assertEquals(List.of("body-weight 2 > 1", "report-r1-2 1 > 0", "HGNC:11117 1 > 0"), changes);
    }

    private static String variant(int acmgClass) {
        return "{\"gene\": \"HGNC:11117\", \"hgvs\": \"NM_000344.4:c.5C>G\", \"acmgClass\": %d}".formatted(acmgClass);
    }

    private ObjectNode without() {
        return json(union.without(parted()).dossier());
    }

    private DossierHistory parted() {
        return joint.after(List.of(merge().undone(version + 1)));
    }

    private ObjectNode back() {
        return json(union.back(theirs, 2, joint, merge()).dossier());
    }

    private static Merge merge() {
        return new Merge(
                        MERGE,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Merge.Stage.STOPPING,
                        "OTHER",
                        SENT,
                        NANTES,
                        ANGERS.organisation(),
                        null,
                        null,
                        null)
                .done(SENT, 2);
    }

    /** Each in a version of its own, as if it had been sent there. */
    private void say(Actor by, FactKind kind, String content) {
        version++;
        var history = FactHistory.of(joint);
        var number = history.next();
        var said = new Statement(number, kind, json(content), version, SENT, by.organisation());
        var name = history.nameOf(said);
        enter(List.of(new FactEntry(number, version, kind, name, content, null, List.of(), null, SENT, by, null)));
    }

    private void choose(Actor by, int holds, List<Integer> setsAside) {
        choose(by, FactKind.FACT, "body-weight", holds, setsAside);
    }

    private void choose(Actor by, FactKind kind, String name, int holds, List<Integer> setsAside) {
        version++;
        var number = FactHistory.of(joint).next();
        var reason = SettlementReason.EXPERT_REVIEW;
        enter(List.of(new FactEntry(number, version, kind, name, null, holds, setsAside, reason, SENT, by, null)));
    }

    private void enter(List<FactEntry> more) {
        var entries = new ArrayList<>(joint.entries());
        entries.addAll(more);
        joint = new DossierHistory(joint.first(), joint.organisation(), joint.sentAt(), entries);
    }

    private static DossierHistory sent(Actor by, String laboratory) {
        var dossier =
                "{\"disease\": {\"orpha\": \"ORPHA:70\"}, \"birthDate\": \"2026-07-20\", \"facts\": [], \"genetics\": {\"reports\": ["
                        + report("r1", laboratory, false) + "]}}";
        return new DossierHistory(dossier, by.organisation(), SENT, List.of());
    }

    private static String report(String id, String laboratory, boolean signed) {
        return "{\"id\": \"%s\", \"laboratory\": \"%s\", \"signed\": %b}".formatted(id, laboratory, signed);
    }

    private static String copies(String gene, String report) {
        return "{\"gene\": \"%s\", \"copies\": 2, \"date\": \"2026-11-08\", \"report\": \"%s\"}"
                .formatted(gene, report);
    }

    private static String weight(String kilograms) {
        return "{\"code\": \"body-weight\", \"state\": \"present\", \"value\": " + kilograms
                + ", \"unit\": \"kg\", \"date\": \"2026-11-20\"}";
    }

    private static JsonNode copiesOf(JsonNode dossier, String gene) {
        for (var one : dossier.at("/genetics/copyNumbers")) {
            if (one.path("gene").asText().equals(gene)) {
                return one;
            }
        }
        throw new AssertionError(gene + " in " + dossier);
    }

    private static List<String> values(JsonNode dossier) {
        return dossier.path("facts").findValuesAsText("value");
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
