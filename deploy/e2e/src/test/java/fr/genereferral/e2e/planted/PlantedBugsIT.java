package fr.genereferral.e2e.planted;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.check.Sent;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each bug alone, and the invariant that finds it: in every build one of them, in the long run all eight. That the same
 * harness is green without the bug is what every other test of this module shows.
 */
class PlantedBugsIT {
    private static final String LONG = "e2e.long";
    private static final String YES = "true";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scenario scenario = Scenario.begin();
    private final Look look = new Look(scenario.system());

    @AfterEach
    void everyServiceRunsAsPackaged() {
        Ground.clearAll();
    }

    @Test
    void acknowledgeBeforeCommit() {
        Ground.plant(ServiceSettings.REFERRAL, "acknowledge-before-commit");
        submitted(20);
        scenario.system().service(ServiceSettings.REFERRAL).kill();
        Ground.clear(ServiceSettings.REFERRAL);

        scenario.losesWhatWasPromised();
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = YES)
    void keyComparedWithoutTheOrganisation() {
        Ground.plant(ServiceSettings.REFERRAL, "key-without-organisation");
        // In the book each key is used by two hospitals.
        submitted(10);

        // The second hospital is refused, or both are told by their next try, when they came at the same instant.
        scenario.turnsRed("I12", "I2");
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = YES)
    void outboxRowInAnotherTransaction() {
        scenario.lookFirst();
        Ground.plant(ServiceSettings.REFERRAL, "outbox-in-another-transaction");
        var events = look.count("referral", "outbox");
        try (var load = new Load(scenario.system(), scenario.book()).start(4)) {
            await().atMost(PATIENCE).until(() -> look.count("referral", "outbox") > events);
            scenario.system().service(ServiceSettings.REFERRAL).kill();
            Ground.clear(ServiceSettings.REFERRAL);
            load.await();
        }

        // Nobody was ever told the ids of what was lost.
        scenario.turnsRedForSomebody("I3");
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = YES)
    void offsetBeforeEffect() {
        Ground.plant(ServiceSettings.ELIGIBILITY, "offset-before-effect");
        submitted(3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(0, look.unheard("eligibility-service", "referral.events")));
        scenario.system().service(ServiceSettings.ELIGIBILITY).kill();
        Ground.clear(ServiceSettings.ELIGIBILITY);

        scenario.turnsRed("I6");
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = YES)
    void sequenceNotChecked() throws InterruptedException {
        Ground.plant(ServiceSettings.REFERRAL, "sequence-not-checked");
        var children = offered(3);
        look.repeat("hub.events", children);
        TimeUnit.SECONDS.sleep(2);

        scenario.turnsRed("I5");
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = YES)
    void failureStrategyIgnore() {
        var strategy = "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_FAILURE_STRATEGY";
        Ground.restart(ServiceSettings.REFERRAL, strategy, "ignore");
        try {
            var children = offered(2);
            look.poison("hub.events", children, 2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(0, look.unheard("referral-service", "hub.events")));
        } finally {
            Ground.restart(ServiceSettings.REFERRAL, strategy, "dead-letter-queue");
        }

        scenario.turnsRed("I6");
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = YES)
    void decisionWithoutTheConditionOnState() throws IOException {
        Ground.plant(ServiceSettings.HUB_DIRECTORY, "decision-without-state");
        var child = offered(1).get(0);
        var first = look.liveOffer(child);
        assertEquals(200, look.answer(first, "declinal", "{\"reason\": \"NO_CAPACITY\"}"));
        assertEquals(200, look.answer(first, "acceptance", "{}"));

        scenario.turnsRed("I4");
    }

    @Test
    @EnabledIfSystemProperty(named = LONG, matches = YES)
    void synchronousCommitOff() {
        look.change(
                "alter role referral set synchronous_commit = off",
                "alter role referral_keys set synchronous_commit = off",
                "alter system set wal_writer_delay = '10s'",
                "alter system set wal_writer_flush_after = '1GB'",
                "select pg_reload_conf()");
        try {
            Ground.clear(ServiceSettings.REFERRAL);
            submitted(20);
            scenario.system().platform().kill(Part.POSTGRES);
            scenario.system().platform().restart(Part.POSTGRES);
        } finally {
            look.change(
                    "alter role referral reset synchronous_commit",
                    "alter role referral_keys reset synchronous_commit",
                    "alter system reset wal_writer_delay",
                    "alter system reset wal_writer_flush_after",
                    "select pg_reload_conf()");
            Ground.clear(ServiceSettings.REFERRAL);
        }

        scenario.losesWhatWasPromised();
    }

    /** Acknowledged, and no more is known of them. */
    private List<Sent> submitted(int count) {
        try (var load = new Load(scenario.system(), scenario.book()).start(count)) {
            load.await();
        }
        return scenario.book().all();
    }

    private List<Sent> offered(int count) {
        var children = submitted(count);
        await().atMost(PATIENCE).until(() -> children.stream().allMatch(look::isOffered));
        return children;
    }
}
