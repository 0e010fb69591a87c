package fr.genereferral.referral.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.dossier.FactCheck;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddingFactsTest {
    private static final Clock CLOCK = Clock.fixed(ReferralFixtures.NOW, ZoneOffset.UTC);
    private static final Access BASTIA =
            new Access(ReferralFixtures.BASTIA, Rights.of("2B0000012"), "ADD_FACTS", "127.0.0.1");
    private static final String WEIGHT = """
            {"facts": [{"code": "body-weight", "state": "present", "value": 6.1, "unit": "kg", "date": "2026-11-22",
                        "source": "clinician"}]}""";
    private static final String COPIES =
            "{\"copyNumbers\": [{\"gene\": \"HGNC:11118\", \"copies\": 3, \"date\": \"2026-11-21\"}]}";

    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final AddedFactsCheck check = new AddedFactsCheck(new FactCheck(new ObjectMapper(), CLOCK));
    private final AddingFacts adding = new AddingFacts(referrals, CLOCK);
    private final SettlingFact settling = new SettlingFact(referrals, CLOCK);
    private UUID id;

    @BeforeEach
    void send() {
        var plain = ReferralFixtures.submission("ONA-IV");
        var dossier = Bodies.complete().get("dossier").toString();
        var sent = new Submission(
                plain.id(),
                plain.reference(),
                plain.therapiesSought(),
                dossier,
                "{}",
                plain.facts(),
                plain.identity(),
                null,
                false,
                FamilyWishes.none());
        id = sent.id();
        referrals
                .store(Referral.submitted(sent, BASTIA.by(), ReferralFixtures.NOW), sent, key("s", ""), BASTIA)
                .await()
                .indefinitely();
    }

    @Test
    void makesANewVersionOfTheDossierAndTellsTheOthers() {
        var referral = add("k1", WEIGHT);

        assertEquals(2, referral.dossierVersion());
        var told = (ReferralEvent.DossierChanged) lastEvent();
        assertEquals(2, told.dossierVersion());
        assertEquals(4, told.dossier().text().split("\"code\"", -1).length - 1);
        assertEquals(-1, told.dossier().text().indexOf("consent"));
    }

    @Test
    void addsOnceHoweverOftenItIsAskedWithOneKey() {
        add("k1", WEIGHT);

        assertEquals(2, add("k1", WEIGHT).version());
        assertEquals("IDEMPOTENCY_KEY_REUSED", refused("k1", COPIES).code());
    }

    @Test
    void doesNotSayAgainWhatWasSaidInTheSameWords() {
        add("k1", WEIGHT);

        assertEquals(2, add("k2", WEIGHT).version());
        assertFalse(added("k3", WEIGHT).isNew());
        assertTrue(added("k1", WEIGHT).isNew());
        assertEquals(1, referrals.history(id).entries().size());
    }

    @Test
    void letsAClinicianSettleAContradictionOnce() {
        add("k1", COPIES);
        var choice = new Settlement(10_001, SettlementReason.CONFIRMED_ON_SECOND_SAMPLE);

        var settled = settling.settle(id, "HGNC:11118", choice, BASTIA).await().indefinitely();

        assertEquals(3, settled.referral().dossierVersion());
        assertEquals(1, settled.dossier().split("HGNC:11118", -1).length - 1);
        assertEquals("MOVE_NOT_ALLOWED", refusedSettlement("HGNC:11118", choice).code());
    }

    @Test
    void entersAnewWhatWasSetAsideByMistakeAndLetsItBeSettledAgain() {
        add("k1", COPIES);
        settling.settle(id, "HGNC:11118", new Settlement(2_002, SettlementReason.OTHER), BASTIA)
                .await()
                .indefinitely();

        assertTrue(added("k2", COPIES).isNew());
        var settled = settling.settle(id, "HGNC:11118", new Settlement(10_003, SettlementReason.EXPERT_REVIEW), BASTIA)
                .await()
                .indefinitely();

        assertEquals(5, settled.referral().dossierVersion());
        assertTrue(settled.dossier().contains("\"copies\":3"));
    }

    @Test
    void takesAReportThatIsSentAgainSigned() {
        var dossier = "{\"reports\": [{\"id\": \"r1\", \"signed\": true, \"signedOn\": \"2026-11-22\"}]}";

        add("k1", dossier);

        var told = ((ReferralEvent.DossierChanged) lastEvent()).dossier().text();
        assertEquals(1, told.split("\"signedOn\"", -1).length - 1);
        assertTrue(told.contains("2026-11-22"));
    }

    @Test
    void takesAVariantThatIsSentAgainUnderItsOwnIdAndNoOtherUnderIt() {
        var variant = "{\"variants\": [{\"id\": \"v1\", \"gene\": \"HGNC:10294\", \"hgvs\": \"%s\", \"acmgClass\": %d,"
                + " \"classifiedOn\": \"2026-11-22\"}]}";
        add("k1", variant.formatted("NM_000329.3:c.1355T>G", 3));

        assertTrue(added("k2", variant.formatted("NM_000329.3:c.1355T>G", 4)).isNew());
        assertEquals(
                List.of(new Refused.Violation("/variants/0/id", "DUPLICATE", null)),
                refused("k3", variant.formatted("NM_000329.3:c.11+5G>A", 4)).violations());
    }

    @Test
    void takesNoChoiceThatIsNone() {
        add("k1", COPIES);
        var choice = new Settlement(1, SettlementReason.OTHER);

        assertEquals("FACT_NOT_FOUND", refusedSettlement("HGNC:1", choice).code());
        assertEquals("MOVE_NOT_ALLOWED", refusedSettlement("HGNC:11117", choice).code());
        var refused = refusedSettlement("HGNC:11118", choice);
        assertEquals(
                List.of(new Refused.Violation("/holds", "VALUE_NOT_ALLOWED", "2002, 10001")), refused.violations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | : FIELD_MISSING",
                "[] | : WRONG_TYPE",
                "{'facts': []} | : FIELD_MISSING",
                "{'consent': {}} | /consent: FIELD_UNKNOWN",
                "{'facts': [{'code': 'body-wieght', 'state': 'not-done'}]} | /facts/0/code: FACT_UNKNOWN",
                "{'facts': [{'code': 'body-weight', 'state': 'present', 'value': 6100, 'unit': 'g', 'date': '2026-11-22',"
                        + " 'source': 'clinician'}]} | /facts/0/unit: UNIT_NOT_ALLOWED",
                "{'facts': [{'code': 'body-weight', 'state': 'present', 'value': 6.1, 'unit': 'kg'}]}"
                        + " | /facts/0/date: FIELD_MISSING, /facts/0/source: FIELD_MISSING",
                "{'facts': [{'code': 'active-infection', 'state': 'conflicting'}]} | /facts/0/state: VALUE_NOT_ALLOWED",
                "{'facts': [{'code': 'active-infection', 'state': 'absent', 'date': '2026-11-24', 'source': 'clinician'}]}"
                        + " | /facts/0/date: DATE_IN_FUTURE",
                "{'antibodies': [{'serotype': 'AAV9', 'state': 'not-done'},"
                        + " {'serotype': 'AAV9', 'state': 'present', 'titre': 200, 'date': '2026-07-19'}]}"
                        + " | /antibodies/1/date: DATE_BEFORE_BIRTH",
                "{'copyNumbers': [{'gene': 'HGNC:11118', 'copies': 3}]} | /copyNumbers/0/date: FIELD_MISSING",
                "{'copyNumbers': [{'gene': 'HGNC:11118', 'copies': 3, 'date': '2026-11-20', 'report': 'r9'}]}"
                        + " | /copyNumbers/0/report: REPORT_UNKNOWN",
                "{'reports': [{'id': 'r1', 'signed': false}, {'id': 'r1', 'signed': true}]} | /reports/1/id: DUPLICATE",
                "{'variants': [{'id': 'v1', 'gene': 'HGNC:10294'}, {'id': 'v1', 'gene': 'HGNC:10294'}]}"
                        + " | /variants/1/id: DUPLICATE",
                "{'variants': [{'gene': 'HGNC:10294', 'acmgClass': 4}]} | /variants/0/classifiedOn: FIELD_MISSING"
            })
    void saysEverythingThatIsWrongAndAddsNothing(String body, String wrong) {
        var refused = refused("k1", body.replace('\'', '"'));

        assertEquals(
                wrong.strip(),
                String.join(
                        ", ",
                        refused.violations().stream()
                                .map(v -> v.pointer() + ": " + v.code())
                                .toList()));
        assertEquals(0, referrals.history(id).entries().size());
    }

    @Test
    void isNotAddedToWhatHasEnded() {
        add("k1", WEIGHT);
        referrals
                .change(id, BASTIA, r -> r.withdraw("DECEASED", BASTIA.by(), ReferralFixtures.NOW))
                .await()
                .indefinitely();

        assertEquals("MOVE_NOT_ALLOWED", refused("k2", COPIES).code());
        assertEquals(2, add("k1", WEIGHT).dossierVersion());
    }

    private Referral add(String key, String body) {
        return added(key, body).stored().referral();
    }

    private AddingFacts.Result added(String key, String body) {
        var added = check.checked(body.getBytes(StandardCharsets.UTF_8));
        return adding.add(id, added, key(key, body), BASTIA).await().indefinitely();
    }

    private Refused refused(String key, String body) {
        return assertThrows(Refused.class, () -> add(key, body));
    }

    private Refused refusedSettlement(String name, Settlement choice) {
        return assertThrows(
                Refused.class,
                () -> settling.settle(id, name, choice, BASTIA).await().indefinitely());
    }

    private static IdempotencyKey key(String key, String body) {
        return new IdempotencyKey("2B0000012", key, body.getBytes(StandardCharsets.UTF_8));
    }

    private ReferralEvent lastEvent() {
        var events = referrals.events();
        return events.get(events.size() - 1);
    }
}
