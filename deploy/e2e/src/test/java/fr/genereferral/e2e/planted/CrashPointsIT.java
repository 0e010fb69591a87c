package fr.genereferral.e2e.planted;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.e2e.load.Load;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The three windows in which delivery shows that it is at least once: a process dies in each of them, and nothing is to be
 * seen. In the long run: a group waits most of a minute for a member that was killed.
 */
@EnabledIfSystemProperty(named = "e2e.long", matches = "true")
class CrashPointsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scenario scenario = Scenario.begin();
    private final Look look = new Look(scenario.system());

    @AfterEach
    void everyServiceRunsAsPackaged() {
        Ground.clearAll();
    }

    @Test
    void betweenTheCommitOfAReferralAndItsAnswer() {
        Ground.plant(ServiceSettings.REFERRAL, "killed-between-commit-and-answer");
        try (var load = new Load(scenario.system(), scenario.book()).start(1)) {
            await().atMost(PATIENCE).until(() -> !runs(ServiceSettings.REFERRAL));
            assertEquals(0, load.resolved());
            Ground.clear(ServiceSettings.REFERRAL);
            load.await();
        }

        assertEquals(1, scenario.book().ambiguous().count());
        assertEquals(1, scenario.book().acknowledged().count());
        scenario.staysGreen();
    }

    @Test
    void betweenTheCommitOfAnEffectAndThatOfItsOffset() {
        Ground.plant(ServiceSettings.ELIGIBILITY, "killed-between-effect-and-offset");
        submitted(3);
        await().atMost(PATIENCE).until(() -> !runs(ServiceSettings.ELIGIBILITY));
        assertNotEquals(0, look.unheard("eligibility-service", "referral.events"));

        Ground.clear(ServiceSettings.ELIGIBILITY);

        scenario.staysGreen();
    }

    @Test
    void betweenTheBrokersReceiptAndTheConnectorsNote() {
        submitted(3);
        await().atMost(PATIENCE)
                .until(() -> scenario.book().all().stream().allMatch(sent -> look.isOnTopic("referral.events", sent)));
        // Its note of how far it has read is written every five seconds.
        scenario.system().platform().kill(Part.CONNECT);
        scenario.system().platform().restart(Part.CONNECT);

        scenario.staysGreen();
    }

    private boolean runs(ServiceSettings service) {
        return scenario.system().service(service).runs();
    }

    private void submitted(int count) {
        try (var load = new Load(scenario.system(), scenario.book()).start(count)) {
            load.await();
        }
    }
}
