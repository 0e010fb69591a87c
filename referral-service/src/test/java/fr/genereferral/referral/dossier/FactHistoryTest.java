package fr.genereferral.referral.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.web.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactHistoryTest {
    private static final Actor BY = ReferralFixtures.BASTIA;
    private static final String FIRST = """
            {"disease": {"orpha": "ORPHA:83330"}, "birthDate": "2026-07-20",
             "facts": [%s],
             "genetics": {"copyNumbers": [{"gene": "HGNC:11118", "copies": 3, "date": "2024-03-01"}],
                          "variants": [{"id": "v1", "gene": "HGNC:10294", "hgvs": "NM_000329.3:c.1355T>G",
                                        "acmgClass": 3, "classifiedOn": "2026-01-10"}]}}""".formatted(weight("5.8", "2026-11-20"));

    private final FactHistory history =
            FactHistory.of(new DossierHistory(FIRST, BY.organisation(), ReferralFixtures.NOW, List.of()));

    @Test
    void countsTheLatestDayWhateverCameLast() {
        say(FactKind.FACT, weight("6.1", "2026-11-26"));
        say(FactKind.FACT, weight("5.5", "2026-11-10"));

        assertEquals("1 PAST, 10001 CURRENT, 10002 PAST", standings("body-weight"));
        assertEquals(3, history.dossier().path("facts").size());
    }

    @Test
    void leavesTwoFindingsOfOneDayConflictingUntilOneIsSetAside() {
        say(FactKind.FACT, weight("8.5", "2026-11-20"));
        assertEquals("1 CONFLICTING, 10001 CONFLICTING", standings("body-weight"));
        assertEquals(List.of(1, 10_001), fact("body-weight").choices());

        settle("body-weight", 1);

        assertEquals("1 CURRENT, 10001 SET_ASIDE", standings("body-weight"));
        assertEquals(5.8, history.dossier().at("/facts/0/value").doubleValue());
        assertEquals(1, history.dossier().path("facts").size());
    }

    @Test
    void ceasesToConflictWhenANewerDayComes() {
        say(FactKind.FACT, weight("8.5", "2026-11-20"));
        say(FactKind.FACT, weight("6.0", "2026-11-25"));

        assertFalse(fact("body-weight").isConflicting());
        assertEquals("1 PAST, 10001 PAST, 10002 CURRENT", standings("body-weight"));
    }

    @Test
    void doesNotLetTheLaterCountOfCopiesWin() {
        say(FactKind.COPY_NUMBER, "{\"gene\": \"HGNC:11118\", \"copies\": 4, \"date\": \"2026-11-20\"}");

        assertTrue(fact("HGNC:11118").isConflicting());
        assertEquals(2, history.dossier().at("/genetics/copyNumbers").size());
        settle("HGNC:11118", 10001);
        assertEquals(4, history.dossier().at("/genetics/copyNumbers/0/copies").intValue());
        say(FactKind.COPY_NUMBER, "{\"gene\": \"HGNC:11118\", \"copies\": 3, \"date\": \"2026-11-22\"}");
        assertEquals("2001 SET_ASIDE, 10001 CONFLICTING, 10003 CONFLICTING", standings("HGNC:11118"));
    }

    @Test
    void takesMoreThanTwoAndThreeForTheSame() {
        say(
                FactKind.COPY_NUMBER,
                "{\"gene\": \"HGNC:11118\", \"copies\": 2, \"operator\": \">\", \"date\": \"2026-11-20\"}");

        assertEquals("2001 CURRENT, 10001 PAST", standings("HGNC:11118"));
    }

    @Test
    void letsWhatWasFoundWinOverWhatIsAwaited() {
        say(FactKind.ANTIBODY, "{\"serotype\": \"AAV9\", \"state\": \"pending\", \"expectedDate\": \"2026-12-01\"}");
        assertEquals("10001 CURRENT", standings("AAV9"));

        say(
                FactKind.ANTIBODY,
                "{\"serotype\": \"AAV9\", \"state\": \"present\", \"titre\": 200, \"date\": \"2026-11-30\"}");
        say(FactKind.ANTIBODY, "{\"serotype\": \"AAV9\", \"state\": \"pending\", \"expectedDate\": \"2027-01-20\"}");

        assertEquals("10001 PAST, 10002 CURRENT, 10003 PAST", standings("AAV9"));
    }

    @Test
    void reclassifiesAVariantThatIsNamedInTheSameWords() {
        say(FactKind.VARIANT, variant(4, "2026-11-20"));
        assertEquals("3001 PAST, 10001 CURRENT", standings("variant-3001"));

        say(FactKind.VARIANT, variant(2, "2026-11-20"));
        assertTrue(fact("variant-3001").isConflicting());
        settle("variant-3001", 10001);

        assertEquals("3001 PAST, 10001 CURRENT, 10002 SET_ASIDE", standings("variant-3001"));
        assertEquals(3, history.dossier().at("/genetics/variants").size());
        assertFalse(history.dossier().at("/genetics/variants/2").has("acmgClass"));
    }

    @Test
    void takesAVariantThatIsSentAgainUnderItsOwnIdForTheSame() {
        say(FactKind.VARIANT, "{\"id\": \"v1\", " + variant(4, "2026-11-20").substring(1));

        assertEquals("3001 PAST, 10001 CURRENT", standings("variant-3001"));
        assertEquals("v1", history.dossier().at("/genetics/variants/0/id").textValue());
        assertFalse(history.dossier().at("/genetics/variants/1").has("id"));
    }

    @Test
    void knowsAVariantWithoutANameByItsIdAndNoOther() {
        var deletion = "{\"gene\": \"HGNC:2928\", \"type\": \"exon-deletion\", \"id\": \"%s\","
                + " \"exons\": {\"first\": %d, \"last\": 50, \"numbering\": \"mane\"}, \"acmgClass\": %d,"
                + " \"classifiedOn\": \"2026-11-2%d\"}";
        say(FactKind.VARIANT, deletion.formatted("v2", 45, 3, 0));
        say(FactKind.VARIANT, deletion.formatted("v2", 45, 5, 1));
        say(FactKind.VARIANT, deletion.formatted("v3", 45, 5, 1));
        say(FactKind.VARIANT, deletion.formatted("v2", 46, 5, 1));

        assertEquals("10001 PAST, 10002 CURRENT", standings("variant-10001"));
        assertEquals("10003 CURRENT", standings("variant-10003"));
        assertEquals("10004 CURRENT", standings("variant-10004"));
    }

    @Test
    void numbersWhatWasSaidFirstAsItAlwaysWill() {
        // Stored settlements name statements by these: a number that moves makes another one hold.
        assertEquals(
                "FACT 1, ANTIBODY 1001, COPY_NUMBER 2001, VARIANT 3001, REPORT 4001",
                Arrays.stream(FactKind.values())
                        .map(kind -> kind + " " + kind.first())
                        .collect(Collectors.joining(", ")));
        assertEquals(10_001, history.next());
        for (var kind : FactKind.values()) {
            var free = Arrays.stream(FactKind.values())
                    .mapToInt(FactKind::first)
                    .filter(first -> first > kind.first())
                    .min()
                    .orElse(FactKind.LATER);
            assertTrue(kind.first() + kind.most() <= free, kind.name());
        }
    }

    @Test
    void keepsASettlementAsItWasDecidedHoweverStatementsAreReadToday() {
        say(FactKind.COPY_NUMBER, copies(4, "2026-11-20"));
        say(FactKind.COPY_NUMBER, copies(5, "2026-11-21"));

        history.enter(settlement("HGNC:11118", 10_001, List.of(2_001)));

        assertEquals("2001 SET_ASIDE, 10001 CONFLICTING, 10002 CONFLICTING", standings("HGNC:11118"));
    }

    @Test
    void letsAMistakenSettlementBeSettledAnew() {
        say(FactKind.COPY_NUMBER, copies(4, "2026-11-20"));
        settle("HGNC:11118", 10_001);
        assertEquals(List.of(2_001), fact("HGNC:11118").choices());
        assertTrue(fact("HGNC:11118").holds(10_001));

        settle("HGNC:11118", 2_001);

        assertEquals("2001 CURRENT, 10001 SET_ASIDE", standings("HGNC:11118"));
        assertEquals(3, history.dossier().at("/genetics/copyNumbers/0/copies").intValue());
    }

    @Test
    void hearsWhatWasSetAsideWhenItIsFoundOnceMore() {
        say(FactKind.COPY_NUMBER, copies(4, "2026-11-20"));
        settle("HGNC:11118", 2_001);
        var again = new Statement(
                history.next(),
                FactKind.COPY_NUMBER,
                fact("HGNC:11118").statements().get(1).content(),
                4,
                ReferralFixtures.NOW,
                BY.organisation());

        assertFalse(history.hasSaid(again));
        say(FactKind.COPY_NUMBER, copies(4, "2026-11-20"));

        assertTrue(fact("HGNC:11118").isConflicting());
        assertEquals(List.of(2_001, 10_001, 10_003), fact("HGNC:11118").choices());
        settle("HGNC:11118", 10_003);
        assertEquals("2001 SET_ASIDE, 10001 SET_ASIDE, 10003 CURRENT", standings("HGNC:11118"));
    }

    @Test
    void readsAReportThatIsSentAgainAsWhatTheReportHasBecome() {
        say(FactKind.REPORT, "{\"id\": \"r7\", \"signed\": false}");
        say(FactKind.REPORT, "{\"id\": \"r7\", \"signed\": true, \"signedOn\": \"2026-11-22\"}");

        assertEquals("10001 PAST, 10002 CURRENT", standings("report-r7"));
        assertEquals(1, history.dossier().at("/genetics/reports").size());
        assertTrue(history.dossier().at("/genetics/reports/0/signed").booleanValue());
    }

    @Test
    void isTheDossierOfTheFirstDayUntilSomethingIsSaid() throws IOException {
        assertEquals(json(FIRST), json(history.dossier().toString()));
    }

    @Test
    void knowsHowMuchADossierMayHold() throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("contracts/published/Dossier.v1.schema.json").toFile());
        for (var kind : FactKind.values()) {
            var list = schema.at("/properties" + kind.list().replace("/genetics/", "/genetics/properties/"));
            assertEquals(list.path("maxItems").intValue(), kind.most(), kind.name());
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String weight(String kilograms, String day) {
        return """
                {"code": "body-weight", "state": "present", "value": %s, "unit": "kg", "date": "%s", "source": "clinician"}""".formatted(kilograms, day);
    }

    private static String variant(int acmgClass, String day) {
        return """
                {"gene": "HGNC:10294", "hgvs": "NM_000329.3:c.1355T>G", "acmgClass": %d, "classifiedOn": "%s"}""".formatted(acmgClass, day);
    }

    private void say(FactKind kind, String content) {
        var number = history.next();
        var said = new Statement(
                number,
                kind,
                (ObjectNode) StrictJson.parse(content.getBytes(StandardCharsets.UTF_8)),
                2,
                ReferralFixtures.NOW,
                BY.organisation());
        var name = history.nameOf(said);
        history.enter(
                new FactEntry(number, 2, kind, name, content, null, List.of(), null, ReferralFixtures.NOW, BY, null));
    }

    private void settle(String name, int holds) {
        history.enter(settlement(name, holds, fact(name).setAsideFor(holds)));
    }

    private FactEntry settlement(String name, int holds, List<Integer> aside) {
        var kind = fact(name).kind();
        var reason = SettlementReason.EXPERT_REVIEW;
        return new FactEntry(history.next(), 3, kind, name, null, holds, aside, reason, ReferralFixtures.NOW, BY, null);
    }

    private static String copies(int copies, String day) {
        return "{\"gene\": \"HGNC:11118\", \"copies\": %d, \"date\": \"%s\"}".formatted(copies, day);
    }

    private Fact fact(String name) {
        return history.named(name).orElseThrow();
    }

    private String standings(String name) {
        var fact = fact(name);
        return String.join(
                ", ",
                fact.statements().stream()
                        .map(one -> one.number() + " " + fact.standing(one))
                        .toList());
    }
}
