package fr.genereferral.e2e.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the platform refuses, and how it says so. */
class RefusalIT {
    private static final String RENNES = "350007084";
    private static final String ANGERS = "490000049";

    @Test
    void noTokenIsRefusedByEachService() {
        for (var url : new String[] {
            RunningSystem.referrals() + "/v1/referrals",
            RunningSystem.eligibility() + "/v1/reference/facts",
            RunningSystem.hubs() + "/v1/offers"
        }) {
            given().get(url)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        Caller.hospital(RENNES).get(RunningSystem.hubs() + "/v1/offers").statusCode(401);
        Caller.hub("440000271")
                .get(RunningSystem.eligibility() + "/v1/reference/facts")
                .statusCode(401);
    }

    @Test
    void aRoleThatDoesNotReferIsRefused() {
        Caller.hub("440000271")
                .post(
                        RunningSystem.referrals() + "/v1/referrals",
                        Sample.sma().body().toString())
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void anothersReferralIsAsUnknownAsOneThatNeverWas() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35"));

        var others = Caller.hospital(ANGERS)
                .get(child.url())
                .statusCode(404)
                .extract()
                .asString();

        Caller.hospital(ANGERS)
                .get(RunningSystem.referrals() + "/v1/referrals/" + UUID.randomUUID())
                .statusCode(404)
                .body(equalTo(others));
    }

    @Test
    void whatDoesNotFitIsNamedByItsPlace() {
        var sample = Sample.sma();
        sample.dossier().put("birthDate", "2026-02-30");

        Caller.hospital(RENNES)
                .post(RunningSystem.referrals() + "/v1/referrals", sample.body().toString())
                .statusCode(422)
                .body("violations.pointer", hasItem("/dossier/birthDate"));
    }

    @Test
    void theSameKeyIsTheSameReferralAndAnotherBodyIsRefused() {
        var url = RunningSystem.referrals() + "/v1/referrals";
        var key = UUID.randomUUID().toString();
        var body = Sample.sma().livingIn("35").body().toString();
        String id = Caller.hospital(RENNES)
                .post(url, body, key)
                .statusCode(201)
                .extract()
                .path("id");

        Caller.hospital(RENNES).post(url, body, key).statusCode(201).body("id", equalTo(id));
        Caller.hospital(RENNES)
                .post(url, Sample.sma().livingIn("29").body().toString(), key)
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aReferralThatHasEndedIsNotStoppedAgain() {
        var child = ReferredChild.by(
                        ANGERS, Sample.sma().livingIn("49").seeking("ONA-IV").titreNotDone())
                .until("AWAITING_INFORMATION");
        child.withdraw().statusCode(200);

        child.withdraw().statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
    }
}
