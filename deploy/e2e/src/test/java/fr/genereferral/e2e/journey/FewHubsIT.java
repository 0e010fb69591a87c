package fr.genereferral.e2e.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Where few hubs may treat a child: one that rests, one across the sea, one that has lost what it was accepted for. */
class FewHubsIT {
    private static final String NECKER = "750100208";
    private static final String MAYOTTE = "980500011";
    private static final String MONTPELLIER = "340782085";
    private static final String ROTHSCHILD = "750000549";

    /** The scenario of the only legal site that rests for want of staff. */
    @Test
    void theOnlySiteThatRestsLeavesTheChildToTheCoordinatorWithWhyEachHubWasLeftOut() {
        revoked(ROTHSCHILD, Sample.today());
        String pause = Caller.coordinator()
                .post(hub(MONTPELLIER) + "/pauses", "{\"therapy\": \"UPS\", \"reason\": \"STAFF\"}")
                .statusCode(201)
                .extract()
                .path("pauses[-1].id");
        try {
            var child = ReferredChild.by(NECKER, Sample.aadc()).until("ESCALATED");

            child.read().body("verdicts.find { it.therapy == 'UPS' }.outcome", equalTo("ELIGIBLE"));
            child.get("/timeline")
                    .body("items.what", hasItem("NO_HUB_FOUND"))
                    .body("items.state", not(hasItem("NOT_ELIGIBLE")))
                    .body("items[-1].text", containsString("le coordinateur reprend la main"));
            var excluded = "matchRuns[0].excluded.find { it.hub.id == '%s' }.reason";
            Caller.coordinator()
                    .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                    .statusCode(200)
                    .body("matchRuns[0].ranked", empty())
                    .body("matchRuns[0].excluded.reason", everyItem(notNullValue()))
                    .body(excluded.formatted(MONTPELLIER), equalTo("PAUSED"))
                    .body(excluded.formatted(ROTHSCHILD), equalTo("NOT_ACCREDITED"))
                    .body(excluded.formatted(NECKER), equalTo("NOT_ACCREDITED"));
        } finally {
            Caller.coordinator()
                    .post(
                            RunningSystem.hubs() + "/v1/capacity-pauses/" + pause + "/end",
                            "{\"until\": \"" + Sample.today() + "\"}")
                    .statusCode(201);
            granted(ROTHSCHILD);
        }
    }

    /** The scenario of the child in Mayotte without a national number: the only way is by air, and nobody travels alone. */
    @Test
    void aChildOfMayotteWithoutANationalNumberGoesByLaReunionWithSomebody() {
        var sample = Sample.sma().livingIn("976");
        assertEquals("PROV", sample.body().at("/identity/identityStatus").asText());

        var child = ReferredChild.by(MAYOTTE, sample).until("OFFERED");

        child.read()
                .body("offers[0].travel.approximate", equalTo(true))
                .body("offers[0].travel.legs.mode", hasItem("AIR"))
                .body("offers[0].travel.legs.to", hasItem(containsString("Réunion")));
        Caller.hub(child.hub())
                .get(child.offerUrl())
                .statusCode(200)
                .body("needs.accompaniment", equalTo(true))
                .body("needs.overnight", equalTo(true))
                .body("patient.residence.code", equalTo("976"))
                .body("patient.age.value", equalTo(3))
                .body("patient.age.unit", equalTo("MONTH"));
        // The day of a choice is a day in Paris, wherever the child lives.
        Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                .body("matchRuns[0].day", equalTo(Sample.today().toString()))
                .body("matchRuns[0].origin.code", equalTo("976"));
        child.accept().statusCode(200);
        child.until("ACCEPTED");
    }

    /** The scenario of the hub that has lost its accreditation before anybody knew, with a child whom it has accepted. */
    @Test
    void aHubThatHasLostItsAccreditationKeepsTheChildUntilTheCoordinatorSaysOtherwise() {
        var child = ReferredChild.by(NECKER, Sample.aadc()).until("OFFERED");
        var lost = child.hub();
        child.accept().statusCode(200);
        var began = child.until("ACCEPTED").json().getString("clockStartedAt");
        var trueSince = Sample.today().minusDays(9);
        try {
            String accreditation = revoked(lost, trueSince)
                    .extract()
                    .path("accreditations.find { it.therapy == 'UPS' && it.endsOn > it.from }.id");
            var affected = RunningSystem.hubs() + "/v1/accreditations/" + accreditation + "/affected";
            var here = "items.find { it.referralId == '" + child.id() + "' }.";
            Caller.coordinator()
                    .get(affected)
                    .body(here + "acceptedWithout", equalTo(true))
                    .body(here + "awaitsConfirmation", equalTo(true));
            child.read().body("state", equalTo("ACCEPTED"));

            var word = "{\"decision\": \"MOVE\", \"reason\": \"MAY_NOT_TREAT\"}";
            var confirmation = affected + "/" + child.id() + "/confirmation";
            Caller.hub(lost).post(confirmation, word).statusCode(403);
            Caller.coordinator().post(confirmation, word).statusCode(200);

            child.untilOffers(2);
            assertNotEquals(lost, child.hub());
            assertEquals(began, child.json().getString("clockStartedAt"));
            child.get("/timeline").body("items.what", hasItems("OFFER_ACCEPTED", "ACCREDITATION_LOST"));
            Caller.hub(lost).get(child.url()).statusCode(404);
            Caller.coordinator().post(confirmation, word).statusCode(409);
            Caller.coordinator()
                    .get(affected)
                    .body(here + "confirmation.lostFrom", equalTo(trueSince.toString()))
                    .body(here + "confirmation.lossKnownAt", notNullValue())
                    .body(here + "confirmation.confirmedBy", notNullValue());
            // Was it accredited on that day? As it is known now, it was not.
            Caller.coordinator()
                    .get(hub(lost) + "/accreditations?therapy=UPS&on=" + trueSince)
                    .body("items.accredited", contains(false));
        } finally {
            granted(lost);
        }
    }

    private static ValidatableResponse revoked(String hub, LocalDate endsOn) {
        return Caller.coordinator()
                .post(
                        hub(hub) + "/accreditations/UPS/revocation",
                        "{\"endsOn\": \"" + endsOn + "\", \"reason\": \"WITHDRAWN_BY_AUTHORITY\"}")
                .statusCode(200);
    }

    private static void granted(String hub) {
        Caller.coordinator()
                .post(hub(hub) + "/accreditations", "{\"therapy\": \"UPS\", \"from\": \"" + Sample.today() + "\"}")
                .statusCode(201);
    }

    private static String hub(String id) {
        return RunningSystem.hubs() + "/v1/hubs/" + id;
    }
}
