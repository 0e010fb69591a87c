package fr.genereferral.referral.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.SettlementReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

        assertEquals("1 PAST, 4 CURRENT, 5 PAST", standings("body-weight"));
        assertEquals(3, history.dossier().path("facts").size());
    }

    @Test
    void leavesTwoFindingsOfOneDayConflictingUntilOneIsSetAside() {
        say(FactKind.FACT, weight("8.5", "2026-11-20"));
        assertEquals("1 CONFLICTING, 4 CONFLICTING", standings("body-weight"));
        assertEquals(List.of(1, 4), fact("body-weight").choices());

        settle("body-weight", 1);

        assertEquals("1 CURRENT, 4 SET_ASIDE", standings("body-weight"));
        assertEquals(5.8, history.dossier().at("/facts/0/value").doubleValue());
        assertEquals(1, history.dossier().path("facts").size());
    }

    @Test
    void ceasesToConflictWhenANewerDayComes() {
        say(FactKind.FACT, weight("8.5", "2026-11-20"));
        say(FactKind.FACT, weight("6.0", "2026-11-25"));

        assertFalse(fact("body-weight").isConflicting());
        assertEquals("1 PAST, 4 PAST, 5 CURRENT", standings("body-weight"));
    }

    @Test
    void doesNotLetTheLaterCountOfCopiesWin() {
        say(FactKind.COPY_NUMBER, "{\"gene\": \"HGNC:11118\", \"copies\": 4, \"date\": \"2026-11-20\"}");

        assertTrue(fact("HGNC:11118").isConflicting());
        assertEquals(2, history.dossier().at("/genetics/copyNumbers").size());
        settle("HGNC:11118", 4);
        assertEquals(4, history.dossier().at("/genetics/copyNumbers/0/copies").intValue());
        say(FactKind.COPY_NUMBER, "{\"gene\": \"HGNC:11118\", \"copies\": 3, \"date\": \"2026-11-22\"}");
        assertEquals("2 SET_ASIDE, 4 CONFLICTING, 6 CONFLICTING", standings("HGNC:11118"));
    }

    @Test
    void takesMoreThanTwoAndThreeForTheSame() {
        say(
                FactKind.COPY_NUMBER,
                "{\"gene\": \"HGNC:11118\", \"copies\": 2, \"operator\": \">\", \"date\": \"2026-11-20\"}");

        assertEquals("2 CURRENT, 4 PAST", standings("HGNC:11118"));
    }

    @Test
    void letsWhatWasFoundWinOverWhatIsAwaited() {
        say(FactKind.ANTIBODY, "{\"serotype\": \"AAV9\", \"state\": \"pending\", \"expectedDate\": \"2026-12-01\"}");
        assertEquals("4 CURRENT", standings("AAV9"));

        say(
                FactKind.ANTIBODY,
                "{\"serotype\": \"AAV9\", \"state\": \"present\", \"titre\": 200, \"date\": \"2026-11-30\"}");
        say(FactKind.ANTIBODY, "{\"serotype\": \"AAV9\", \"state\": \"pending\", \"expectedDate\": \"2027-01-20\"}");

        assertEquals("4 PAST, 5 CURRENT, 6 PAST", standings("AAV9"));
    }

    @Test
    void reclassifiesAVariantThatIsNamedInTheSameWords() {
        say(FactKind.VARIANT, variant(4, "2026-11-20"));
        assertEquals("3 PAST, 4 CURRENT", standings("variant-3"));

        say(FactKind.VARIANT, variant(2, "2026-11-20"));
        assertTrue(fact("variant-3").isConflicting());
        settle("variant-3", 4);

        assertEquals("3 PAST, 4 CURRENT, 5 SET_ASIDE", standings("variant-3"));
        assertEquals(3, history.dossier().at("/genetics/variants").size());
        assertFalse(history.dossier().at("/genetics/variants/2").has("acmgClass"));
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
        history.enter(new FactEntry(number, 2, kind, "", content, null, null, ReferralFixtures.NOW, BY, null));
    }

    private void settle(String name, int holds) {
        var reason = SettlementReason.EXPERT_REVIEW;
        var kind = fact(name).kind();
        history.enter(
                new FactEntry(history.next(), 3, kind, name, null, holds, reason, ReferralFixtures.NOW, BY, null));
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
