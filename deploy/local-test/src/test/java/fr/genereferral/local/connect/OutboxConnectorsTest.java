package fr.genereferral.local.connect;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.Credentials;
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
    private static final Sql SUPERUSER =
            new Sql(PLATFORM.database("referral"), new Credentials("postgres", "postgres"));
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

    /** Past {@code max_slot_wal_keep_size} PostgreSQL gives a slot up. */
    @Test
    void replaysTheOutboxWhenItsSlotIsGivenUp() throws Exception {
        PLATFORM.kill(Part.CONNECT);
        REFERRAL.write("referral", "r-given-up", 1);
        SUPERUSER.run("alter system set max_slot_wal_keep_size = '16MB'");
        SUPERUSER.run("select pg_reload_conf()");
        try {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                writeLog(48);
                SUPERUSER.run("checkpoint");
                assertEquals("lost", slot("wal_status"));
            });
        } finally {
            SUPERUSER.run("alter system set max_slot_wal_keep_size = '4GB'");
            SUPERUSER.run("select pg_reload_conf()");
        }

        PLATFORM.restart(Part.CONNECT);

        assertEquals(1, records.of("referral.events", "r-given-up", 1).size());
        assertEquals("reserved", slot("wal_status"));
    }

    /** Else the busy databases of the same server would fill the disk, or cost the quiet one its slot. */
    @Test
    void letsGoOfTheLogOfOthersWhileItsOwnDatabaseIsQuiet() throws Exception {
        writeLog(1);
        var written = SUPERUSER.one("select pg_current_wal_lsn()");

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            // A slot moves on to the last of these; PostgreSQL writes one every 15 seconds by itself.
            SUPERUSER.run("select pg_log_standby_snapshot()");
            assertEquals("t", slot("confirmed_flush_lsn >= '" + written + "' and restart_lsn >= '" + written + "'"));
        });
    }

    private static void writeLog(int megabytes) throws Exception {
        Sql.owner(PLATFORM.database("hub_directory"))
                .run("select pg_logical_emit_message(true, 'filler', repeat('x', 1000000))"
                        + " from generate_series(1, %d)".formatted(megabytes));
    }

    private static String slot(String what) throws Exception {
        return SUPERUSER.one("select " + what + " from pg_replication_slots where slot_name = 'outbox_referral'");
    }

    @Test
    void restartsATaskThatFailed() throws Exception {
        var database = PLATFORM.database("eligibility");
        var settings = new ConnectorSettings(database, Pace.AS_SHIPPED);
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
}
