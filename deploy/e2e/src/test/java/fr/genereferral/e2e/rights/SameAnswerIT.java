package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.rights.Column.Place;
import fr.genereferral.e2e.rights.Column.Thing;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.service.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else's referral and one that never was: the same status, body and headers, however it is asked for. */
@ExtendWith(ErasedKeys.class)
class SameAnswerIT {
    private static final List<Map<String, String>> WAYS = List.of(
            Map.of(),
            Map.of("If-Match", "\"1\""),
            Map.of("If-None-Match", "\"1\""),
            Map.of("If-None-Match", "*"),
            Map.of("If-Match", "*", "Idempotency-Key", "the-same-key"),
            Map.of("Accept-Language", "en", "Accept", "application/json"));

    /** Who sees what their own site may see. */
    private static final Set<String> OF_A_SITE = Set.of("referrer", "hub_clinician", "hub_admin");

    private static final Random RANDOM = Seed.random("ways of asking");

    private static Stage stage;

    @BeforeAll
    static void lay() {
        stage = Stage.laid();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRAL", "HUB_DIRECTORY"})
    void anothersIsAsUnknownAsOneThatNeverWas(ServiceSettings service) {
        var hidden = RightsTable.of(service).trials().stream()
                .filter(Trial::namesAReferral)
                .filter(trial ->
                        trial.expected().status() == 404 || trial.expected().status() == 403)
                .filter(trial -> trial.thing() == Thing.EXISTING || trial.thing() == Thing.ERASED)
                .filter(trial -> !trial.expected().code().equals("IDENTITY_ERASED"))
                .filter(trial -> !seesIt(trial))
                .filter(trial -> isDrawn())
                .toList();

        var different = new ArrayList<String>();
        for (var trial : hidden) {
            for (var way : ways()) {
                var others = send(service, trial, way);
                var nobodys = send(service, trial.on(Thing.NEVER), way);
                if (!others.equals(nobodys)) {
                    different.add("%s %s: %s, %s".formatted(trial, way, others, nobodys));
                }
            }
        }

        assertFalse(hidden.isEmpty());
        assertEquals("", String.join("\n", different));
    }

    /** A hub that has declined knows its own offer, and of the next hub's not even that there is one. */
    @ParameterizedTest
    @EnumSource(names = "HUB_DIRECTORY")
    void theNextHubsOfferIsUnknownToTheOneThatDeclined(ServiceSettings service) {
        var scene = stage.existing();
        var token = Badge.of("hub_clinician", scene.former());
        for (var move : List.of("", "/actions", "/keeper")) {
            var others = Call.get(RunningSystem.hubs() + "/v1/offers/" + scene.offer() + move, token);
            var nobodys = Call.get(RunningSystem.hubs() + "/v1/offers/" + scene.referral() + move, token);
            assertEquals(nobodys.send(), others.send());
        }
    }

    @Test
    void noListHoldsAnothers() {
        var referrals = RunningSystem.referrals() + "/v1/referrals?limit=200";
        var offers = RunningSystem.hubs() + "/v1/offers?limit=200";
        var scene = stage.existing();
        for (var role : List.of("referrer", "hub_clinician", "hub_admin")) {
            assertTrue(list(referrals, role, Place.HOME).contains(scene.referral()));
            assertTrue(list(referrals, role, Place.ASKED).contains(scene.referral()));
            assertFalse(list(referrals, role, Place.FORMER).contains(scene.referral()));
            assertFalse(list(referrals, role, Place.OTHER).contains(scene.referral()));
            var followers = list(referrals, role, Place.FOLLOWER);
            assertTrue(followers.contains(stage.followed().referral()));
            assertFalse(followers.contains(scene.referral()));
        }
        for (var role : List.of("hub_clinician", "hub_admin")) {
            assertTrue(list(offers, role, Place.ASKED).contains(scene.offer()));
            assertTrue(list(offers, role, Place.FORMER).contains(scene.formerOffer()));
            assertFalse(list(offers, role, Place.FORMER).contains(scene.offer()));
            assertFalse(list(offers, role, Place.OTHER).contains(scene.referral()));
            assertFalse(
                    list(offers, role, Place.FOLLOWER).contains(stage.followed().referral()));
        }
    }

    /** What the framework answers beside the API is open to whoever reaches it: it must not tell of anybody. */
    @ParameterizedTest
    @EnumSource
    void nothingOutsideTheApiSpeaksOfAReferral(ServiceSettings service) {
        RightsTable.of(service).trials().stream()
                .filter(trial -> trial.route().startsWith("/q/"))
                .forEach(trial -> {
                    var body = stage.at(service).call(trial).send().body();
                    assertFalse(body.contains(stage.existing().referral()), trial::toString);
                    assertFalse(body.contains(stage.existing().offer()), trial::toString);
                    assertFalse(body.contains(Scene.HOSPITAL), trial::toString);
                });
    }

    /** In the long run all of them, else an eighth. */
    private static boolean isDrawn() {
        return Scale.isLong() || RANDOM.nextInt(8) == 0;
    }

    /** In the long run all of them, else one. */
    private static List<Map<String, String>> ways() {
        return Scale.isLong() ? WAYS : List.of(WAYS.get(RANDOM.nextInt(WAYS.size())));
    }

    private static String list(String url, String role, Place place) {
        return Call.get(url, Badge.of(role, stage.existing().organisation(place)))
                .send()
                .body();
    }

    /**
     * Who sees a referral may know what is not for him: a site that is asked withdraws none, the sender's own is not in charge, and
     * whoever follows the child knows that somebody knows who it is.
     */
    private static boolean seesIt(Trial trial) {
        return trial.place() == Place.FOLLOWER
                        && trial.route().startsWith("/v1/referrals/")
                        && OF_A_SITE.contains(trial.role())
                || trial.place() == Place.HOME
                        && trial.role().startsWith("hub_")
                        && trial.expected().status() == 403
                || trial.place() == Place.ASKED && trial.role().equals("referrer");
    }

    private static Answer send(ServiceSettings service, Trial trial, Map<String, String> way) {
        var call = stage.at(service).call(trial);
        for (var header : way.entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        return call.send();
    }
}
