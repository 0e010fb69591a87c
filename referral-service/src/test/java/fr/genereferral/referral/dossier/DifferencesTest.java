package fr.genereferral.referral.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.SettlementReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final String FIRST = """
            {"facts": [{"code": "body-weight", "state": "present", "value": 20.4, "unit": "kg", "date": "2026-11-01"}],
             "genetics": {"copyNumbers": [{"gene": "HGNC:11118", "copies": 2, "date": "2026-11-08"}]}}""";

    private static final String HEAVIER = weight("21.2", "2026-11-20");

    private final List<FactEntry> entries = new ArrayList<>();

    @Test
    void areNoneWhereNothingHasCome() {
        assertEquals(List.of(), since(1));
    }

    @Test
    void sayWhatHeldAndWhatHolds() {
        said(2, FactKind.FACT, "body-weight", HEAVIER);

        assertEquals(List.of("body-weight 20.4 > 21.2 at 2"), since(1));
        assertEquals(List.of(), since(2));
    }

    @Test
    void nameTheLastOfSeveralChangesOnce() {
        said(2, FactKind.FACT, "body-weight", HEAVIER);
        said(3, FactKind.FACT, "body-weight", weight("21.6", "2026-11-22"));

        assertEquals(List.of("body-weight 20.4 > 21.6 at 3"), since(1));
        assertEquals(List.of("body-weight 21.2 > 21.6 at 3"), since(2));
    }

    @Test
    void leaveOutWhatCountsForNothing() {
        said(2, FactKind.FACT, "body-weight", weight("19.8", "2026-10-01"));

        assertEquals(List.of(), since(1));
    }

    @Test
    void showWhatWasNotKnownBefore() {
        said(
                2,
                FactKind.FACT,
                "active-infection",
                "{\"code\": \"active-infection\", \"state\": \"absent\", \"date\": \"2026-11-20\"}");

        assertEquals(List.of("active-infection  >  at 2"), since(1));
    }

    @Test
    void showAContradictionAndHowItWasSettled() {
        said(
                2,
                FactKind.COPY_NUMBER,
                "HGNC:11118",
                "{\"gene\": \"HGNC:11118\", \"copies\": 3, \"date\": \"2026-11-21\"}");
        assertEquals(List.of("HGNC:11118 2 > 2,3 at 2"), since(1));

        settled(3, "HGNC:11118", 10_001, 2_001);

        assertEquals(List.of("HGNC:11118 2 > 3 at 3"), since(1));
        assertEquals(List.of("HGNC:11118 2,3 > 3 at 3"), since(2));
        assertEquals(List.of(), since(3));
    }

    private static String weight(String kilograms, String day) {
        return "{\"code\": \"body-weight\", \"state\": \"present\", \"value\": " + kilograms
                + ", \"unit\": \"kg\", \"date\": \"" + day + "\"}";
    }

    private void said(int version, FactKind kind, String name, String content) {
        enter(version, kind, name, content, null, List.of(), null);
    }

    private void settled(int version, String name, int holds, int setAside) {
        enter(
                version,
                FactKind.COPY_NUMBER,
                name,
                null,
                holds,
                List.of(setAside),
                SettlementReason.CONFIRMED_ON_SECOND_SAMPLE);
    }

    private void enter(
            int version,
            FactKind kind,
            String name,
            String content,
            Integer holds,
            List<Integer> setAside,
            SettlementReason reason) {
        var number = FactKind.LATER + entries.size();
        var by = ReferralFixtures.BASTIA;
        entries.add(
                new FactEntry(number, version, kind, name, content, holds, setAside, reason, at(version), by, null));
    }

    /** A minute a version. */
    private static Instant at(int version) {
        return ReferralFixtures.NOW.plusSeconds(60L * version);
    }

    private List<String> since(int version) {
        var kept = new DossierHistory(FIRST, ReferralFixtures.BASTIA.organisation(), ReferralFixtures.NOW, entries);
        return Differences.since(version, kept).stream()
                .map(one -> "%s %s > %s at %d"
                        .formatted(
                                one.name(),
                                values(one.before()),
                                values(one.after()),
                                (one.at().getEpochSecond() - ReferralFixtures.NOW.getEpochSecond()) / 60))
                .toList();
    }

    private static String values(List<Statement> said) {
        return said.stream()
                .map(Statement::content)
                .map(content ->
                        content.path("value").asText() + content.path("copies").asText())
                .collect(Collectors.joining(","));
    }
}
