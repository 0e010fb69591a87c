package fr.genereferral.referral.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two dossiers of one child, and what holds in the one that is left. */
class FactUnionTest {
    private static final Actor NANTES = new Actor("one", "440000271", "referrer");
    private static final Actor ANGERS = new Actor("other", "490000049", "referrer");
    private static final Actor RENNES = new Actor("third", "350000741", "referrer");
    private static final Instant SENT = ReferralFixtures.NOW;
    private static final UUID MERGE = UUID.randomUUID();
    private static final String COPIES =
            "{\"gene\": \"HGNC:11118\", \"copies\": %d, \"date\": \"2026-11-08\", \"report\": \"r1\"}";

    private final FactUnion union = new FactUnion();

    @Test
    void keepsWhoHasSaidAFactAndWhen() {
        var made = union.union(history(NANTES, dossier("")), 2, history(ANGERS, dossier(weight("5.8"))), MERGE);

        var entry = made.entries().get(0);
        assertEquals(1, made.entries().size());
        assertEquals(ANGERS.organisation(), entry.by().organisation());
        assertEquals(SENT, entry.at());
        assertEquals(MERGE, entry.merge());
        assertEquals(2, entry.dossierVersion());
        assertEquals(5.8, json(made).at("/facts/0/value").doubleValue());
    }

    @Test
    void saysOnceWhatBothHaveSaidInTheSameWords() {
        var made =
                union.union(history(NANTES, dossier(weight("5.8"))), 2, history(ANGERS, dossier(weight("5.8"))), MERGE);

        assertEquals(1, made.entries().size());
        assertEquals(1, json(made).path("facts").size());
        var fact = FactHistory.of(with(history(NANTES, dossier(weight("5.8"))), made))
                .named("body-weight")
                .orElseThrow();
        assertFalse(fact.isConflicting());
        assertEquals(List.of(), fact.choices());
        assertTrue(fact.holds(1));
    }

    /** Each hospital has said it: of what two have said nothing goes with one of them. */
    @Test
    void keepsWhatOneHasSaidTooWhenTheOtherLeaves() {
        var own = history(NANTES, dossier(""));
        var joined = with(own, union.union(own, 2, history(ANGERS, dossier(weight("5.8"))), MERGE));
        var ours = with(joined, List.of(said(10_002, 3, weight("5.8"), NANTES)));
        var third = UUID.randomUUID();
        var all = with(ours, union.union(ours, 4, history(RENNES, dossier(weight("5.8"))), third));

        var without = all.after(List.of(merge().undone(5)));

        assertEquals(1, json(union.without(all)).path("facts").size());
        assertEquals(List.of("5.8"), json(union.without(without)).path("facts").findValuesAsText("value"));
        assertEquals(
                List.of(NANTES.organisation(), RENNES.organisation()),
                FactHistory.of(without).named("body-weight").orElseThrow().statements().stream()
                        .map(Statement::organisation)
                        .toList());
    }

    /** An old report that the other hospital sends along is not what the report has become. */
    @Test
    void hearsOfAReportThatWasSentAgainNotFromWhoHasTheOldOne() {
        var old = "{\"id\": \"r1\", \"laboratory\": \"L\", \"signed\": false}";
        var signed = new FactEntry(
                10_001,
                2,
                FactKind.REPORT,
                "report-r1",
                old.replace("false", "true"),
                null,
                List.of(),
                null,
                SENT,
                NANTES,
                null);
        var first = "{\"birthDate\": \"2026-07-20\", \"genetics\": {\"reports\": [" + old + "]}}";
        var own = with(history(NANTES, first), List.of(signed));

        var made = union.union(own, 3, history(ANGERS, first), MERGE);

        assertEquals(1, json(made).at("/genetics/reports").size());
        assertTrue(json(made).at("/genetics/reports/0/signed").booleanValue());
    }

    @Test
    void leavesWhatContradictsEachOtherForAClinician() {
        var own = history(NANTES, dossier(weight("5.8")));

        var made = union.union(own, 2, history(ANGERS, dossier(weight("8.5"))), MERGE);

        var fact = FactHistory.of(with(own, made)).named("body-weight").orElseThrow();
        assertTrue(fact.isConflicting());
        assertEquals(List.of(1, 10_001), fact.choices());
        assertEquals(2, json(made).path("facts").size());
    }

    /** Its own clinicians have found that it is wrong. */
    @Test
    void bringsNothingThatWasSetAside() {
        var other = history(ANGERS, dossier(weight("5.8"), weight("8.5")));
        var settled = new DossierHistory(
                other.first(),
                other.organisation(),
                SENT,
                List.of(new FactEntry(
                        FactKind.LATER,
                        2,
                        FactKind.FACT,
                        "body-weight",
                        null,
                        1,
                        List.of(2),
                        SettlementReason.TRANSCRIPTION_ERROR,
                        SENT,
                        ANGERS,
                        null)));

        var made = union.union(history(NANTES, dossier("")), 2, settled, MERGE);

        assertEquals(1, json(made).path("facts").size());
        assertEquals(5.8, json(made).at("/facts/0/value").doubleValue());
    }

    /** Both call their report r1, and each is cited by its own counts. */
    @Test
    void callsAReportOtherwiseWhoseNameIsTaken() {
        var own = genetics("Laboratoire A", COPIES.formatted(2));

        var made = union.union(
                history(NANTES, own), 2, history(ANGERS, genetics("Laboratoire B", COPIES.formatted(3))), MERGE);

        var genetics = json(made).path("genetics");
        assertEquals(List.of("r1", "r1-2"), genetics.path("reports").findValuesAsText("id"));
        assertEquals(List.of("r1", "r1-2"), genetics.path("copyNumbers").findValuesAsText("report"));
    }

    @Test
    void citesTheReportThatBothHave() {
        var own = genetics("Laboratoire A", COPIES.formatted(2));

        var made = union.union(
                history(NANTES, own), 2, history(ANGERS, genetics("Laboratoire A", COPIES.formatted(3))), MERGE);

        assertEquals(1, json(made).at("/genetics/reports").size());
        assertEquals(List.of("r1", "r1"), json(made).at("/genetics/copyNumbers").findValuesAsText("report"));
    }

    @Test
    void isRefusedWhereADossierWouldHoldTooMuch() {
        var most = IntStream.range(0, FactKind.FACT.most())
                .mapToObj(n -> weight("5.8").replace("body-weight", "fact-" + n))
                .collect(Collectors.joining(","));
        var own = history(NANTES, "{\"birthDate\": \"2026-07-20\", \"facts\": [" + most + "]}");

        var refused =
                assertThrows(Refused.class, () -> union.union(own, 2, history(ANGERS, dossier(weight("5.8"))), MERGE));

        assertEquals("MERGE_TOO_LARGE", refused.code());
    }

    @Test
    void goesBackWithWhatTheOtherHospitalHasSaidSince() {
        var own = history(NANTES, dossier(weight("5.8")));
        var joined = with(own, union.union(own, 2, history(ANGERS, dossier(weight("8.5"))), MERGE));
        var since = said(10_002, 3, weight("9.1").replace("2026-11-20", "2026-11-25"), ANGERS);
        var ours = said(10_003, 4, weight("6.1").replace("2026-11-20", "2026-11-26"), NANTES);
        var all = with(joined, List.of(since, ours));
        var merge = merge();

        var without = union.without(all.after(List.of(merge.undone(5))));
        var back = union.back(history(ANGERS, dossier(weight("8.5"))), 2, all, merge);

        assertEquals(List.of("5.8", "6.1"), json(without).path("facts").findValuesAsText("value"));
        assertEquals(List.of("8.5", "9.1"), json(back).path("facts").findValuesAsText("value"));
        assertEquals(List.of(), without.entries());
        assertEquals(null, back.entries().get(0).merge());
    }

    /** A clinician had chosen what the other child's hospital had said. */
    @Test
    void holdsWhatWasHeldBeforeWhereAChoiceWasOfTheOtherChild() {
        var own = history(NANTES, dossier(weight("5.8")));
        var joined = with(own, union.union(own, 2, history(ANGERS, dossier(weight("8.5"))), MERGE));
        var chosen = new FactEntry(
                10_002,
                3,
                FactKind.FACT,
                "body-weight",
                null,
                10_001,
                List.of(1),
                SettlementReason.EXPERT_REVIEW,
                SENT,
                NANTES,
                null);
        var all = with(joined, List.of(chosen));

        var parted = all.after(List.of(merge().undone(4)));

        assertEquals(List.of("5.8"), json(union.without(parted)).path("facts").findValuesAsText("value"));
        // As it was while they were one.
        assertEquals(
                "8.5",
                FactHistory.of(parted.until(3)).dossier().at("/facts/0/value").asText());
        assertFalse(FactHistory.of(parted).named("body-weight").orElseThrow().isConflicting());
        assertEquals(10_003, FactHistory.of(parted).next());
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

    private static FactEntry said(int number, int version, String content, Actor by) {
        return new FactEntry(
                number, version, FactKind.FACT, "body-weight", content, null, List.of(), null, SENT, by, null);
    }

    private static DossierHistory with(DossierHistory history, Amendment made) {
        return with(history, made.entries());
    }

    private static DossierHistory with(DossierHistory history, List<FactEntry> more) {
        var entries = new ArrayList<>(history.entries());
        entries.addAll(more);
        return new DossierHistory(history.first(), history.organisation(), history.sentAt(), entries);
    }

    private static DossierHistory history(Actor by, String dossier) {
        return new DossierHistory(dossier, by.organisation(), SENT, List.of());
    }

    private static String dossier(String... facts) {
        return "{\"birthDate\": \"2026-07-20\", \"facts\": [" + String.join(",", facts) + "]}";
    }

    private static String genetics(String laboratory, String copies) {
        return "{\"birthDate\": \"2026-07-20\", \"genetics\": {\"reports\": [{\"id\": \"r1\", \"laboratory\": \""
                + laboratory + "\"}], \"copyNumbers\": [" + copies + "]}}";
    }

    private static String weight(String kilograms) {
        return "{\"code\": \"body-weight\", \"state\": \"present\", \"value\": " + kilograms
                + ", \"unit\": \"kg\", \"date\": \"2026-11-20\"}";
    }

    private static JsonNode json(Amendment made) {
        return StrictJson.parse(made.dossier().getBytes(StandardCharsets.UTF_8));
    }
}
