package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.local.service.MasterKey;
import fr.genereferral.local.service.ServiceProcess;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.byteman.agent.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build whose queries no longer ask whether the caller may see what he names: the database still says no. The services
 * are those that are shipped; an agent that is here alone takes the condition out of each query as it is made. That takes
 * long at their start, so this is the long run's; in every build the services' own tests ask the database as their role.
 */
@EnabledIfSystemProperty(named = "e2e.long", matches = "true")
class LostConditionIT {
    private static final String LOST = "a query has lost its condition";
    private static final String RULE = """
            RULE %1$s
            CLASS org.hibernate.reactive.mutiny.impl.MutinySessionImpl
            METHOD createQuery(String, Class)
            AT ENTRY
            IF $1.contains("%2$s")
            DO traceln("%1$s");
               $1 = $1.replace("%2$s", "%3$s")
            ENDRULE
            """;

    @TempDir
    Path folder;

    @Test
    void hidesAnothersReferralWhateverReferralServiceForgetsToAsk() throws IOException {
        var scene = Scene.laid();
        try (var mutant = Mutant.of(
                ServiceSettings.REFERRAL, rule(":national = true or exists", "1 = 1 or :national = true or exists"))) {
            var strangers = List.of(
                    Badge.of("referrer", Scene.OTHER),
                    Badge.of("hub_clinician", Scene.OTHER),
                    Badge.of("hub_admin", scene.former()));
            for (var token : strangers) {
                for (var part : List.of("", "/timeline", "/assessments", "/actions", "/identity")) {
                    assertUnknown(Call.get(mutant.url() + "/v1/referrals/" + scene.referral() + part, token));
                }
                var list = Call.get(mutant.url() + "/v1/referrals?limit=200", token)
                        .send();
                assertEquals(200, list.status());
                assertFalse(list.body().contains(scene.referral()));
            }
            assertUnknown(Call.of(
                    "POST",
                    mutant.url() + "/v1/referrals/" + scene.referral() + "/withdrawal",
                    strangers.get(0),
                    "{\"reason\": \"FAMILY_DECISION\"}"));
            assertEquals(
                    200,
                    Call.get(mutant.url() + "/v1/referrals/" + scene.referral(), Badge.of("referrer", Scene.HOSPITAL))
                            .send()
                            .status());
            mutant.assertMutated();
        }
    }

    @Test
    void hidesAnothersOfferWhateverHubDirectoryServiceForgetsToAsk() throws IOException {
        var scene = Scene.laid();
        try (var mutant =
                Mutant.of(ServiceSettings.HUB_DIRECTORY, rule("o.hub.id = :hub", "(1 = 1 or o.hub.id = :hub)"))) {
            for (var hub : List.of(Scene.OTHER, scene.former())) {
                var token = Badge.of("hub_clinician", hub);
                var offer = mutant.url() + "/v1/offers/" + scene.offer();
                assertUnknown(Call.get(offer, token));
                assertUnknown(Call.get(offer + "/actions", token));
                assertUnknown(Call.of("POST", offer + "/acceptance", token, "{}"));
                assertUnknown(Call.of("POST", offer + "/declinal", token, "{\"reason\": \"NO_CAPACITY\"}"));
                var list =
                        Call.get(mutant.url() + "/v1/offers?limit=200", token).send();
                assertEquals(200, list.status());
                assertFalse(list.body().contains(scene.offer()));
            }
            var placement = mutant.url() + "/v1/placements/" + scene.referral();
            assertUnknown(Call.get(placement, Badge.of("hub_clinician", Scene.OTHER)));
            var formers = Call.get(placement, Badge.of("hub_clinician", scene.former()))
                    .send();
            assertEquals(200, formers.status());
            assertFalse(formers.body().contains(scene.offer()));
            mutant.assertMutated();
        }
    }

    private static void assertUnknown(Call call) {
        var answer = call.send();
        assertEquals(404, answer.status(), call::url);
        assertTrue(answer.isProblem(), call::url);
    }

    private Path rule(String condition, String instead) throws IOException {
        return Files.writeString(folder.resolve("rule.btm"), RULE.formatted(LOST, condition, instead));
    }

    /** The shipped service over again beside the first, with an agent in it. */
    private record Mutant(ServiceSettings service, ServiceProcess process) implements AutoCloseable {

        static Mutant of(ServiceSettings service, Path rule) {
            var platform = RunningSystem.system().platform();
            var data = platform.household().data();
            var agent = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            var plan = RunningSystem.services()
                    .option(service, "-javaagent:%1$s=boot:%1$s,script:%2$s".formatted(agent, rule));
            var environment = service.environment(platform, MasterKey.of(data).text());
            var process = new ServiceProcess(platform.household(), service, plan, environment);
            process.start();
            return new Mutant(service, process);
        }

        String url() {
            return process.baseUrl();
        }

        /** Nothing would be proven by a rule that never fired. */
        void assertMutated() throws IOException {
            var log = RunningSystem.system().platform().household().data().log(service.module());
            assertTrue(Files.readString(log).contains(LOST), "the rule has not fired");
        }

        @Override
        public void close() {
            process.stop();
        }
    }
}
