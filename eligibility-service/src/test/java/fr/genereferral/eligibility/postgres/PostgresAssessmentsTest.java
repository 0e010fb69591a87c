package fr.genereferral.eligibility.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.Assessments;
import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.Deflated;
import fr.genereferral.eligibility.EligibilityEvent.Cause;
import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.LocalServers;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulePacks.ShippedPack;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.StoredAssessment;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@ServiceTest
class PostgresAssessmentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private final UUID referral = UUID.randomUUID();

    @Inject
    Assessments assessments;

    @Inject
    RulePacks packs;

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void numbersTheAssessmentsOfAReferralWithoutAHole() throws Throwable {
        store(made(1, DAY), made(2, DAY));
        store(made(2, DAY.plusDays(1)));

        assertEquals(List.of("1", "2", "3"), numbers());
    }

    @Test
    void storesTheSameJudgementOnce() throws Throwable {
        store(made(1, DAY), made(1, DAY));
        store(made(1, DAY));

        assertEquals(List.of("1"), numbers());
        assertEquals(
                List.of("1"), Books.read("select count(*)::text from outbox where aggregateid = '" + referral + "'"));
    }

    @Test
    void showsNothingToAnOrganisationNorToNobody() throws Throwable {
        store(made(1, DAY));

        for (var table : List.of("assessment", "held_dossier", "outbox", "inbox_position", "inbox_parked")) {
            var count = "select count(*)::text from " + table;
            for (var who : new String[] {"350007084", "national", "", "platform,x", null}) {
                assertEquals(List.of("0"), Books.as(who, count), table);
            }
            assertEquals(List.of("0"), Books.as(LocalServers.database().owner(), count), table);
            assertTrue(refused("set row_security = off; " + count).contains("42501"), table);
        }
    }

    @Test
    void showsTheConnectorEveryEventAndNothingElse() throws Throwable {
        store(made(1, DAY));
        var carrier = LocalServers.database().cdc().orElseThrow();

        var mine = "select count(*)::text from outbox where aggregateid = '" + referral + "'";
        assertEquals(List.of("1"), Books.as(carrier, mine));
        for (var table : List.of("assessment", "held_dossier", "inbox_parked")) {
            assertThrows(IllegalStateException.class, () -> Books.as(carrier, "select 1 from " + table), table);
        }
    }

    @Test
    void letsNobodyButThePlatformSayOrHearSomething() {
        for (var row : List.of(
                "outbox values (uuidv7(), 'eligibility', 'k', 'ReferralAssessed.v1', '/', '', '1.0', 'application/json',"
                        + " 1, '{}')",
                "inbox_position values ('referral.events', 'k', 1)",
                "inbox_parked values ('referral.events', 'k', 2, 'e', 'DossierChanged.v1', now(), '{}', now())")) {
            for (var who : new String[] {"350007084", "national", "", null}) {
                var refused = assertThrows(IllegalStateException.class, () -> Books.as(who, "insert into " + row));
                assertTrue(refused.getMessage().contains("42501"), row);
            }
        }
    }

    @Test
    void mayNotChangeWhatIsAppendOnly() {
        for (var table : List.of("assessment", "rule_pack", "outbox")) {
            for (var sql : List.of("delete from " + table, "truncate " + table)) {
                assertTrue(refused(sql).contains("42501"), sql);
            }
        }
        assertTrue(refused("update assessment set cause = 'TIME'").contains("42501"));
        assertTrue(refused("update rule_pack set document = ''").contains("42501"));
    }

    @Test
    void putsTheFirstVersionInForceAndKeepsAChangedTextAsADraft() throws Throwable {
        var therapy = "T" + referral.toString().substring(0, 5).toUpperCase(java.util.Locale.ROOT);
        var text = Books.read("select document from rule_pack where therapy = 'NUS' and version = 1")
                .get(0)
                .replace("\"NUS\"", "\"" + therapy + "\"");
        receive(new ShippedPack(therapy, DAY.plusYears(50), text));
        receive(new ShippedPack(therapy, DAY.plusYears(50), text));
        receive(new ShippedPack(therapy, DAY, text + " "));
        receive(new ShippedPack(therapy, DAY, text + " "));

        var versions = "select version || status || author from rule_pack where therapy = '" + therapy + "'";
        assertEquals(List.of("1ACTIVEseed", "2DRAFTseed"), Books.read(versions + " order by version"));
        var told = "select type || sequence from outbox where aggregateid = '" + therapy + "'";
        assertEquals(List.of("RulePackActivated.v11"), Books.read(told));
    }

    private String refused(String sql) {
        return assertThrows(IllegalStateException.class, () -> Books.read(sql)).getMessage();
    }

    private void receive(ShippedPack pack) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> packs.receive(List.of(pack)));
    }

    private void store(StoredAssessment... made) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> sessions.withTransaction(
                session -> session.createNativeQuery("select set_config('app.orgs', 'platform', true)", String.class)
                        .getSingleResult()
                        .chain(() -> assessments.store(List.of(made)))));
    }

    private StoredAssessment made(int version, LocalDate day) {
        var dossier = new HeldDossier(referral, version, List.of(), "{}", Instant.EPOCH);
        return new StoredAssessment(
                dossier,
                "T:1",
                day,
                Cause.SUBMITTED,
                Instant.EPOCH,
                "{}",
                Deflated.of(new byte[] {'{', '}'}),
                new StoredAssessment.Again(Optional.empty(), List.of(), 0));
    }

    private List<String> numbers() {
        return Books.read("select number::text from assessment where referral_id = '" + referral + "' order by number");
    }
}
