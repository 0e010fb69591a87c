package fr.genereferral.local.connect;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.Part;
import fr.genereferral.local.Records;
import fr.genereferral.local.SharedPlatform;
import fr.genereferral.local.Sql;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutboxConnectorsTest {
    private static final EmbeddedPlatform PLATFORM = SharedPlatform.get();
    private static final Sql REFERRAL = Sql.owner(PLATFORM.database("referral"));
    private static final String EARLY = "written-before-the-connector";

    private final Records records = new Records(PLATFORM.kafkaBootstrapServers());

    @BeforeAll
    static void connect() throws Exception {
        REFERRAL.makeOutbox();
        REFERRAL.publishOutbox();
        REFERRAL.write("referral", EARLY, 1);
        PLATFORM.connect().register("referral");
    }

    @Test
    void carriesARowAsACloudEvent() throws Exception {
        var id = Sql.service(PLATFORM.database("referral")).write("referral", "r-1", 7);

        var event = records.of("referral.events", "r-1", 1).get(0);

        assertEquals("{\"n\": 7}", event.value());
        assertEquals(id.toString(), Records.header(event, "ce_id"));
        assertEquals("ReferralSubmitted.v1", Records.header(event, "ce_type"));
        assertEquals("/referral-service", Records.header(event, "ce_source"));
        assertEquals("r-1", Records.header(event, "ce_subject"));
        assertEquals("2026-11-23T10:00:00Z", Records.header(event, "ce_time"));
        assertEquals("1.0", Records.header(event, "ce_specversion"));
        assertEquals("7", Records.header(event, "ce_sequence"));
        assertEquals("application/json", Records.header(event, "content-type"));
    }

    @Test
    void carriesRowsThatWereThereBeforeIt() {
        assertEquals(1, records.of("referral.events", EARLY, 1).size());
    }

    @Test
    void carriesOnWhenPostgresWasKilled() throws Exception {
        PLATFORM.kill(Part.POSTGRES);
        PLATFORM.restart(Part.POSTGRES);

        REFERRAL.write("referral", "r-after-kill", 1);

        assertEquals(1, records.of("referral.events", "r-after-kill", 1).size());
    }

    @Test
    void replaysTheOutboxWhenItsSlotIsLost() throws Exception {
        PLATFORM.kill(Part.CONNECT);
        REFERRAL.write("referral", "r-without-slot", 1);
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(OutboxConnectorsTest::dropSlot);

        PLATFORM.restart(Part.CONNECT);

        assertEquals(1, records.of("referral.events", "r-without-slot", 1).size());
    }

    @Test
    void restartsATaskThatFailed() throws Exception {
        var database = PLATFORM.database("eligibility");
        var settings = new ConnectorSettings(database);
        var api = new ConnectApi(PLATFORM.connect().url());
        Sql.owner(database).makeOutbox();
        api.configure(settings.name(), settings.json());
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertTrue(api.state(settings.name()).failed()));

        Sql.owner(database).publishOutbox();

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertTrue(api.state(settings.name()).runs()));
        Sql.service(database).write("eligibility", "e-1", 1);
        assertEquals(1, records.of("eligibility.events", "e-1", 1).size());
    }

    private static void dropSlot() throws Exception {
        var cdc = new Sql(
                PLATFORM.database("referral"),
                PLATFORM.database("referral").cdc().orElseThrow());
        cdc.one("select pg_drop_replication_slot('outbox_referral')");
    }
}
