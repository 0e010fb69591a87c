package fr.genereferral.e2e.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What hubs answer, and what follows. */
class PlacementIT {
    private static final String LILLE_FAR_FROM_THE_OTHERS = "590006607";
    private static final String RENNES = "350007084";
    private static final String ANGERS = "490000049";
    private static final String NECKER = "750100208";

    @Test
    void theHubFindsTheOfferInItsListAndNobodyElseDoes() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var offers = RunningSystem.hubs() + "/v1/offers?state=OPEN&limit=200";

        Caller.hub(child.hub()).get(offers).statusCode(200).body("items.referralId", hasItem(child.id()));
        Caller.hub(LILLE_FAR_FROM_THE_OTHERS).get(offers).body("items.referralId", not(hasItem(child.id())));
        Caller.hub(LILLE_FAR_FROM_THE_OTHERS).get(child.offerUrl()).statusCode(404);
        Caller.hub(child.hub()).get(child.url() + "/identity").statusCode(200);
    }

    @Test
    void whenEveryHubHasDeclinedTheCoordinatorSeesWhy() {
        var child = ReferredChild.by(NECKER, Sample.aadc()).until("OFFERED");
        child.decline("NO_CAPACITY").statusCode(200);
        child.untilOffers(2).decline("NO_CAPACITY").statusCode(200);

        child.until("ESCALATED");

        Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                .statusCode(200);
    }

    @Test
    void aClinicalRefusalGoesToTheCoordinatorAndMissingDataBackToTheHospital() {
        var unsuitable = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        unsuitable.decline("CLINICALLY_UNSUITABLE").statusCode(200);
        unsuitable.until("ESCALATED");

        var insufficient = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        insufficient.decline("DATA_INSUFFICIENT").statusCode(200);
        insufficient.until("AWAITING_INFORMATION");
    }

    @Test
    void withoutALiveOfferAWithdrawalIsDoneAtOnceAndWithOneTheHubIsAskedFirst() {
        var waiting = ReferredChild.by(
                        ANGERS, Sample.sma().livingIn("49").seeking("ONA-IV").titreNotDone())
                .until("AWAITING_INFORMATION");
        waiting.withdraw().statusCode(200).body("state", equalTo("CANCELLED"));

        var offered = ReferredChild.by(ANGERS, Sample.sma().livingIn("49")).until("OFFERED");
        var offer = offered.offerUrl();
        var hub = offered.hub();
        offered.withdraw().statusCode(202);
        offered.until("CANCELLED");
        Caller.hub(hub).post(offer + "/acceptance", "{}").statusCode(oneOf(404, 409));
    }

    @Test
    void aHubThatTelephonesHasAnsweredAndTheTimelineNamesWhoWroteItDown() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var first = child.hub();
        child.heard("declinal", "NO_CAPACITY").statusCode(200);
        child.untilOffers(2);
        assertNotEquals(first, child.hub());

        child.heard("acceptance", null).statusCode(200).body("heard.recordedFor", equalTo("national"));

        child.until("ACCEPTED");
        child.get("/timeline")
                .body(
                        "items.findAll { it.by.role == 'coordinator' }.what",
                        contains("OFFER_DECLINED", "OFFER_ACCEPTED"))
                .body("items[-1].hub.id", equalTo(child.hub()))
                .body("items[-1].text", endsWith("noté par la coordination."));
        Caller.hub(child.hub()).get(child.url()).statusCode(200);
    }

    @Test
    void theHospitalReadsAtOnceWhenToComeAndWithWhatInBothLanguages() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var day = Sample.today().plusDays(12).toString();
        var yes = """
                {"firstAppointment": {"on": "%s"},
                 "contact": {"function": "NURSE_COORDINATOR", "telephone": "+33 2 00 00 00 00"},
                 "conditions": ["ANTIBODY_TITRE_REPEATED"],
                 "bring": ["HEALTH_RECORD", "GENETIC_REPORT"]}""".formatted(day);

        Caller.hub(child.hub())
                .post(child.offerUrl() + "/acceptance", yes.replace("HEALTH_RECORD", "TEDDY"))
                .statusCode(422)
                .body("violations.pointer", contains("/bring/0"));
        Caller.hub(child.hub())
                .post(child.offerUrl() + "/acceptance", yes)
                .statusCode(200)
                .body("terms.firstAppointment.on", equalTo(day));

        child.until("ACCEPTED")
                .read()
                .rootPath("offers[-1].terms")
                .body("firstAppointment.on", equalTo(day))
                .body("contact.function.label.fr", equalTo("Infirmier de coordination"))
                .body("contact.function.label.en", equalTo("Nurse coordinator"))
                .body("contact.telephone", equalTo("+33 2 00 00 00 00"))
                .body("conditions.code", contains("ANTIBODY_TITRE_REPEATED"))
                .body("conditions[0].label.fr", equalTo("Dosage des anticorps dirigés contre le vecteur à répéter"))
                .body("conditions[0].label.en", equalTo("Antibodies against the vector to be measured again"))
                .body("bring.code", contains("HEALTH_RECORD", "GENETIC_REPORT"))
                .body("bring[1].label.fr", equalTo("Compte rendu génétique original"))
                .body("bring[1].label.en", equalTo("Original genetic report"));
        child.get("/timeline").body("items[-1].text", endsWith("sous conditions, et fixé un premier rendez-vous."));
        Caller.coordinator().get(child.url()).body("offers[-1].terms.firstAppointment.on", equalTo(day));
    }

    @Test
    void aYesByTelephoneComesWithAsMuch() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var yes = "{\"saidBy\": {\"function\": \"PHYSICIAN\"}, \"saidAt\": \"" + Instant.now()
                + "\", \"conditions\": [\"WEIGHT_ON_ARRIVAL\"]}";

        Caller.coordinator()
                .post(child.offerUrl() + "/telephone-acceptance", yes)
                .statusCode(200);

        child.until("ACCEPTED").read().body("offers[-1].terms.conditions.code", contains("WEIGHT_ON_ARRIVAL"));
        child.get("/timeline")
                .body("items[-1].text", endsWith("sous conditions. Dit au téléphone, noté par la coordination."));
    }

    @Test
    void aChildThatIsGivenBackGoesToTheNextHubAndHasWaitedFromTheBeginning() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var first = child.hub();
        child.accept().statusCode(200);
        var began = child.until("ACCEPTED").json().getString("clockStartedAt");

        child.giveBack("PRODUCT_UNAVAILABLE").statusCode(200);

        child.untilOffers(2);
        assertNotEquals(first, child.hub());
        assertEquals(began, child.json().getString("clockStartedAt"));
        Caller.hub(first).get(child.url()).statusCode(404);
        Caller.hub(child.hub()).get(child.url()).statusCode(200);
        child.get("/timeline").body("items.what", hasItem("OFFER_GIVEN_BACK"));
    }

    @Test
    void aHubThatTheFamilyDeclinesWhileItIsAskedIsAskedNoMoreAndTheNextOneIs() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var first = child.hub();

        child.declines(first).statusCode(200);

        child.untilOffers(2).read().body("offers.state", contains("WITHDRAWN", "OPEN"));
        assertNotEquals(first, child.hub());
        Caller.hub(first).get(child.url()).statusCode(404);
        Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                .body(
                        "matchRuns[-1].excluded.find { it.hub.id == '" + first + "' }.reason",
                        equalTo("REFUSED_BY_FAMILY"));
    }

    @Test
    void aChildWhomTheHospitalWantsToStopForGoesToNobodyElse() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        child.accept().statusCode(200);
        child.until("ACCEPTED").withdraw().statusCode(202);

        // Whether the hub directory has heard of the wish by now or not.
        child.giveBack("NO_CAPACITY").statusCode(200);

        child.until("CANCELLED")
                .read()
                .body("offers.findAll { it.state == 'OPEN' || it.state == 'ACCEPTED' }", empty());
    }

    @Test
    void whoeverIsSecondIsToldSo() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        child.accept().statusCode(200);

        child.accept().statusCode(409).body("code", equalTo("OFFER_NO_LONGER_OPEN"));
        child.until("ACCEPTED");
    }

    @Test
    void anAccreditationThatEndsSendsTheNextChildElsewhere() {
        var before = ReferredChild.by(NECKER, Sample.aadc()).until("OFFERED").hub();
        var accreditations = RunningSystem.hubs() + "/v1/hubs/" + before + "/accreditations";
        Caller.coordinator()
                .post(
                        accreditations + "/UPS/revocation",
                        "{\"endsOn\": \"" + Sample.today() + "\", \"reason\": \"STAFF\"}")
                .statusCode(200);

        var after = ReferredChild.by(NECKER, Sample.aadc()).until("OFFERED").hub();

        assertNotEquals(before, after);
        Caller.coordinator()
                .post(accreditations, "{\"therapy\": \"UPS\", \"from\": \"" + Sample.today() + "\"}")
                .statusCode(201);
        assertEquals(
                before, ReferredChild.by(NECKER, Sample.aadc()).until("OFFERED").hub());
    }
}
