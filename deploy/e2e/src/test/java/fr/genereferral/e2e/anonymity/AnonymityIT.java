package fr.genereferral.e2e.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.Scale;
import fr.genereferral.local.service.ServiceProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * In this order: what the rotation and the refused starts leave behind is searched with the rest. Those two start a service
 * some ten times and are left to the long run; referral-service's own tests change and refuse keys in every build.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnonymityIT {
    private static final int PATIENTS = Scale.of(12, 2000);
    private static final int AT_ONCE = 4;
    /** Nobody else sends this one. */
    private static final Patient BEFORE = new Patient(4_999);

    private static final String HOSPITAL = "hospital-" + Errands.BASTIA;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** All live in one place and share a name: each is compared with many, three of them a second on slow processors. */
    private static final Duration TO_COMPARE = Duration.ofMinutes(Scale.of(5, 20));

    private static IdentityPlatform platform;
    private static Client client;
    private static Places places;

    @BeforeAll
    static void start() {
        platform = IdentityPlatform.start();
        platform.keycloak().keep();
        client = platform.client();
        places = new Places(platform, Search.forIdentities());
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    @Order(1)
    @EnabledIfSystemProperty(named = "e2e.long", matches = "true")
    void theMasterKeyIsChangedWhileReferralsAreSentAndIdentitiesOpened() throws Exception {
        var first = platform.referralService();
        var second = platform.replica(Map.of());
        second.start();
        var before = client.post(
                HOSPITAL,
                first.baseUrl() + "/v1/referrals",
                "before",
                BEFORE.body().toString());
        try (var load = new Load(client, first.baseUrl(), second.baseUrl())) {
            for (var replica : List.of(first, second)) {
                replica.tell("REFERRAL_MASTER_KEY", IdentityPlatform.NEXT_KEY);
                replica.tell("REFERRAL_OTHER_MASTER_KEYS", platform.firstKey());
                restart(replica, load);
            }
            awaitAllUnder("k2");
            first.tell("REFERRAL_OTHER_MASTER_KEYS", "");
            restart(first, load);

            assertEquals(List.of(), load.wrong());
            assertTrue(load.done() > 10, "only " + load.done());
        } finally {
            second.stop();
        }

        var id = before.id().orElseThrow();
        assertTrue(client.get(HOSPITAL, first.baseUrl() + "/v1/referrals/" + id + "/identity")
                .body()
                .contains(BEFORE.name()));
        assertTheKeyOfTheRequestStillHolds(first, id);
    }

    private static void restart(ServiceProcess replica, Load load) {
        var done = load.done();
        replica.stop();
        Awaitility.await().atMost(PATIENCE).until(() -> load.done() > done);
        replica.start();
        var later = load.done();
        Awaitility.await().atMost(PATIENCE).until(() -> load.done() > later + 1);
    }

    private static void awaitAllUnder(String masterKey) {
        var others = "select (select count(*) from referral_key where master_key_id <> '%1$s')"
                + " + (select count(*) from hash_key where master_key_id <> '%1$s')";
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        List.of("0"), places.databases().select("referral_keys", others.formatted(masterKey))));
    }

    private static void assertTheKeyOfTheRequestStillHolds(ServiceProcess replica, String id) {
        var url = replica.baseUrl() + "/v1/referrals";
        var again = client.post(HOSPITAL, url, "before", BEFORE.body().toString());
        var other = client.post(HOSPITAL, url, "before", new Patient(2).body().toString());

        assertEquals(id, again.id().orElseThrow());
        assertEquals(422, other.status());
        assertTrue(other.body().contains("IDEMPOTENCY_KEY_REUSED"), other.body());
    }

    @Test
    @Order(2)
    @EnabledIfSystemProperty(named = "e2e.long", matches = "true")
    void aStartWithoutTheRightMasterKeyIsRefusedInOneLine() throws Exception {
        refused(null, "REFERRAL_MASTER_KEY is missing");
        refused("k2:not base64!", "REFERRAL_MASTER_KEY: key k2 is not base64");
        refused(platform.firstKey(), "wrapped with master key k2, which is in neither");
        refused("k2:" + "C".repeat(42) + "A=", "master key k2 is not the one");
    }

    private static void refused(String masterKey, String reason) throws IOException, InterruptedException {
        var start = RefusedStart.with(platform, masterKey);

        assertEquals(1, start.exit(), start.output());
        assertEquals(1, start.lines(reason), start.output());
        assertFalse(start.hasStackTrace(), start.output());
        assertFalse(masterKey != null && start.output().contains(masterKey.substring(3)), start.output());
    }

    @Test
    @Order(3)
    void noIdentityIsFoundInAnyPlace() throws Exception {
        var first = everybodyGoes();
        everybodyIsCompared();
        platform.keycloak().happen();
        new Violations(platform, places.databases()).force(new Patient(0), first);
        BrokenEvents.of(platform, places.databases(), first);
        new AccessLogs(platform, client).assertNoneSaysWhatWasAsked(new Patient(0));

        assertEquals(
                List.of(), places.answers(client.answers()).stream().distinct().toList());
        assertEquals(
                List.of(), places.searched(client, Set.of()).stream().distinct().toList());
        var free = new Places(platform, new Search(Mark.FREE));
        // The hospital's words rest in its dossier and in what was added to it, and PostgreSQL writes both to its own
        // files.
        var dossiers = Set.of("referral.public.dossier", "referral.public.fact_entry", "postgres");
        assertEquals(
                List.of(), free.searched(client, dossiers).stream().distinct().toList());
    }

    /** @return the referral of the first, who has gone all the way */
    private static String everybodyGoes() throws InterruptedException {
        var errands = new Errands(platform, client, PATIENTS);
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var running = IntStream.range(0, PATIENTS)
                .mapToObj(n -> threads.submit(() -> errands.go(new Patient(n))))
                .toList();
        var accepted = running.stream().flatMap(f -> get(f).stream()).toList();
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        assertEquals(PATIENTS, accepted.size());
        errands.journey(new Patient(0), accepted.get(0));
        errands.others(new Patient(1));
        var standing = new Courses(platform, client).go();
        Everywhere.go(platform, client, new Patient(Courses.BEYOND), standing);
        var statuses = new java.util.TreeSet<Integer>();
        client.answers().forEach(answer -> statuses.add(answer.status()));
        assertTrue(
                statuses.containsAll(List.of(200, 201, 202, 400, 401, 403, 404, 405, 409, 413, 415, 422)),
                statuses.toString());
        return accepted.get(0);
    }

    /** Their identities were opened for it. */
    private static void everybodyIsCompared() throws SQLException {
        var waiting = "select count(*) from referral where not compared and clock_started_at is not null";
        Awaitility.await()
                .atMost(TO_COMPARE)
                .untilAsserted(
                        () -> assertEquals(List.of("0"), places.databases().select("referral", waiting)));
        assertNotEquals(
                List.of("0"), places.databases().select("referral", "select count(*) from comparison"), "nobody");
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So that a new route is one that this search goes down, too. */
    @Test
    @Order(4)
    void everyOperationWasAskedForInThePatientsNameAndRefusedInIt() {
        assertEquals(List.of(), Everywhere.missed(Everywhere.operations(platform), client.answers()));
    }

    @Test
    @Order(5)
    void theSearchFindsWhatIsPutInEachPlace() throws Exception {
        Planted.everywhere(platform, places, client);
    }
}
