package fr.genereferral.e2e.journey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.Compared;
import fr.genereferral.e2e.support.Ins;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServicePlan;
import fr.genereferral.local.service.ServiceProcess;
import fr.genereferral.local.service.ServiceSettings;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The scenario of the child whom two hospitals refer, one with a national number and one without, on a referral-service as it is
 * shipped: beside the tests' own one, which compares nobody.
 */
class OneChildTwiceIT {
    private static final String RENNES = "350007084";
    private static final String ANGERS = "490000049";
    private static final String NUMBER = "2260898200031";

    private static final LocalSystem SYSTEM = RunningSystem.system();
    private static final ServiceProcess COMPARING = SYSTEM.replica(ServiceSettings.REFERRAL, ServicePlan.freePorts());

    @BeforeAll
    static void start() {
        Compared.all();
        COMPARING.start();
    }

    @AfterAll
    static void stop() {
        COMPARING.stop();
    }

    @Test
    void isHeldWithoutAWordThenMergedAndPartedAgain() {
        var rennes = ReferredChild.by(RENNES, numbered(child("Le Guénédal", "Maëlys", "Anne-Laure")))
                .until("AWAITING_INFORMATION");
        var angers = ReferredChild.by(ANGERS, weighing(6.4, child("LEGUENEDAL", "Maelys")));

        await().atMost(ReferredChild.PATIENCE)
                .untilAsserted(() -> assertEquals("DUPLICATE_REVIEW", seenByTheNation(angers)));
        angers.read().body("state", equalTo("ASSESSING"));
        angers.get("/timeline").body("items.what", everyItem(is(oneOf("SUBMITTED", "ASSESSED"))));
        rennes.read().body("state", equalTo("AWAITING_INFORMATION"));
        Caller.coordinator()
                .get(RunningSystem.referrals() + "/v1/duplicates")
                .statusCode(200)
                .body(found(angers, "likeness"), contains("POSSIBLE_TWINS"))
                .body(found(angers, "waits"), contains(true));

        var began = rennes.json().getString("clockStartedAt");
        // One of them leaves a given name out, as a twin's record may: somebody has to have made sure.
        merge(rennes, angers, false).statusCode(422).body("violations.pointer", contains("/notTwins"));
        merge(rennes, angers, true).statusCode(200).body("survivor", equalTo(rennes.id()));

        angers.until("MERGED").read().body("supersededBy", equalTo(rennes.id()));
        Caller.hospital(ANGERS).get(rennes.url()).statusCode(200).body("clockStartedAt", equalTo(began));
        Caller.hospital(ANGERS).get(rennes.url() + "/identity").statusCode(403);
        rennes.get("/facts").body(weights("standing"), containsInAnyOrder("CONFLICTING", "CONFLICTING"));
        rennes.get("/timeline").body("items.what", hasItem("JOINED"));

        asCoordinator(angers, "/merge-undoing", "{\"reason\": \"OTHER\"}").statusCode(200);

        angers.until("AWAITING_INFORMATION").get("/facts").body(weights("standing"), contains("CURRENT"));
        rennes.until("AWAITING_INFORMATION").get("/facts").body(weights("standing"), contains("CURRENT"));
        Caller.hospital(ANGERS).get(rennes.url()).statusCode(404);
        angers.withdraw().statusCode(200);
        rennes.withdraw().statusCode(200);
    }

    @Test
    void isNotHeldWhereTheyAreTwins() {
        var one = ReferredChild.by(RENNES, child("Kermarrec", "Elouan")).until("AWAITING_INFORMATION");
        var other = ReferredChild.by(RENNES, child("Kermarrec", "Titouan")).until("AWAITING_INFORMATION");

        await().atMost(ReferredChild.PATIENCE).until(() -> compared(one) && compared(other));

        one.read().body("state", equalTo("AWAITING_INFORMATION"));
        other.read().body("state", equalTo("AWAITING_INFORMATION"));
        other.withdraw().statusCode(200);
        one.withdraw().statusCode(200);
    }

    /** All hangs on a titre that nobody has taken yet: no hub is looked for, so that it can be held. */
    private static Sample child(String family, String... given) {
        var sample = Sample.sma().livingIn("35").seeking("ONA-IV").titreNotDone();
        var identity = ((ObjectNode) sample.body().get("identity")).put("familyName", family);
        var names = identity.putArray("givenNames");
        List.of(given).forEach(names::add);
        identity.put("motherBirthName", "Kervella").put("birthPlace", "35238");
        return sample;
    }

    private static Sample numbered(Sample sample) {
        Ins.qualify((ObjectNode) sample.body().get("identity"), Ins.withKey(NUMBER));
        return sample;
    }

    private static Sample weighing(double kilograms, Sample sample) {
        ((ObjectNode) sample.dossier().at("/facts/0")).put("value", kilograms);
        return sample;
    }

    private static String weights(String what) {
        return "items.find { it.name == 'body-weight' }.statements." + what;
    }

    /** Of the pairs in which this one is. */
    private static String found(ReferredChild child, String what) {
        return "items.findAll { it.referrals.id.contains('%s') }.%s".formatted(child.id(), what);
    }

    private static ValidatableResponse merge(ReferredChild one, ReferredChild other, boolean notTwins) {
        var body = "{\"other\": \"%s\", \"reason\": \"HOSPITALS_AGREE\", \"notTwins\": %s}";
        return asCoordinator(one, "/merge", body.formatted(other.id(), notTwins));
    }

    private static ValidatableResponse asCoordinator(ReferredChild child, String move, String body) {
        return Caller.coordinator().post(child.url() + move, body);
    }

    private static String seenByTheNation(ReferredChild child) {
        return Caller.coordinator().get(child.url()).statusCode(200).extract().path("state");
    }

    private static boolean compared(ReferredChild child) {
        var compared = "select compared from referral where id = '%s'".formatted(child.id());
        return new Tables(SYSTEM).texts("referral", compared).equals(List.of("t"));
    }
}
