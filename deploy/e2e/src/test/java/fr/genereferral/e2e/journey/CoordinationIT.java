package fr.genereferral.e2e.journey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A hub is full, another is asked, and where nobody is the coordinator acts. */
class CoordinationIT {
    private static final String RENNES = "350007084";

    /** The scenario of the hub that declines for want of a place, and has one after all. */
    @Test
    void aHubThatIsFullIsNotAskedAgainUnlessTheCoordinatorReopensTheSearch() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var full = child.hub();
        var slotAfterAll = child.offerUrl() + "/acceptance";
        var first = child.json();
        child.decline("NO_CAPACITY").statusCode(200);
        var second = child.untilOffers(2).json();

        child.read().body("offers.state", contains("DECLINED", "OPEN"));
        assertNotEquals(full, child.hub());
        assertEquals(first.getString("clockStartedAt"), second.getString("clockStartedAt"));
        // By the same limit: not what was left of the first hub's.
        assertFalse(time(second, 1).compareTo(time(first, 0)) < 0);
        child.get("/timeline")
                .body("items.findAll { it.what == 'OFFER_DECLINED' }.size()", equalTo(1))
                .body(
                        "items.find { it.what == 'OFFER_DECLINED' }.text",
                        equalTo(first.getString("offers[0].hub.name") + " a décliné (pas de place) : "
                                + second.getString("offers[1].hub.name") + " sollicité."));
        refused(full, slotAfterAll);

        child.decline("CLINICALLY_UNSUITABLE").statusCode(200);
        child.until("ESCALATED");
        refused(full, slotAfterAll);
        var line = line(child);
        assertEquals("CLINICALLY_UNSUITABLE", line.getString("cause"));
        assertEquals("NO_CAPACITY", line.getString("asked[0].declineReason"));
        Caller.coordinator()
                .post(placement(child) + "/reopening", "{\"reason\": \"HUB_HAS_PLACE\"}")
                .statusCode(202);

        child.untilOffers(3)
                .read()
                .body("offers[2].hub.id", equalTo(full))
                .body("clockStartedAt", equalTo(first.getString("clockStartedAt")));
        refused(full, slotAfterAll);
        child.accepted();
        var reopened = "items.find { it.what == 'SEARCH_REOPENED' }.";
        child.get("/timeline")
                .body(reopened + "by.role", equalTo("coordinator"))
                .body(reopened + "reason", equalTo("HUB_HAS_PLACE"))
                .body(reopened + "text", startsWith("Recherche rouverte par la coordination"));
    }

    @Test
    void theCoordinatorNamesAHubAndWhatItDeclinesComesBack() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var unsuitable = child.hub();
        child.decline("CLINICALLY_UNSUITABLE").statusCode(200);
        child.until("ESCALATED");
        String coordinate = Caller.coordinator()
                .get(child.url() + "/actions")
                .extract()
                .path("items.find { it.action == 'COORDINATE' }.href");
        Caller.coordinator()
                .get(coordinate)
                .statusCode(200)
                .body("actions.action", contains("ASSIGN_HUB", "REOPEN_SEARCH"))
                .body("actions[0].needs.hub", hasItem(unsuitable));
        String another = line(child).getString("ableToday.find { it.concern == null }.hub.id");

        name(child, another).body("state", equalTo("MADE")).body("offerId", notNullValue());

        child.untilOffers(2);
        assertEquals(another, child.hub());
        var named = "items.find { it.what == 'OFFER_ASSIGNED' }.";
        child.get("/timeline")
                .body(named + "by.organisation", equalTo("national"))
                .body(named + "reason", equalTo("HUB_AGREED"))
                .body(named + "hub.id", equalTo(another));
        Caller.hub(another).get(child.url()).statusCode(200);
        Caller.hub(another).get(child.offerUrl()).statusCode(200).body("patient", notNullValue());
        child.decline("NO_CAPACITY").statusCode(200);
        child.until("ESCALATED");
        // Two people agree before a hub is asked again that has found the child unsuitable.
        name(child, unsuitable).body("state", equalTo("PROPOSED")).body("concern", equalTo("ALREADY_DECLINED"));
        child.read().body("state", equalTo("ESCALATED")).body("offers.size()", equalTo(2));
        child.withdraw().statusCode(200);
        child.get("/timeline").body("items.what", hasItems("OFFER_ASSIGNED", "NO_HUB_FOUND", "WITHDRAWN"));
    }

    private static ValidatableResponse name(ReferredChild child, String hub) {
        return Caller.coordinator()
                .post(placement(child) + "/assignments", "{\"hub\": \"" + hub + "\", \"reason\": \"HUB_AGREED\"}")
                .statusCode(201);
    }

    private static void refused(String hub, String acceptance) {
        Caller.hub(hub)
                .post(acceptance, "{}")
                .statusCode(409)
                .body("code", equalTo("OFFER_NO_LONGER_OPEN"))
                .body("holder.offer", equalTo("DECLINED"))
                .body("actions", not(hasItem("ACCEPT")));
    }

    private static Duration time(JsonPath referral, int offer) {
        var at = "offers[" + offer + "].";
        return Duration.between(
                Instant.parse(referral.getString(at + "offeredAt")),
                Instant.parse(referral.getString(at + "expiresAt")));
    }

    private static String placement(ReferredChild child) {
        return RunningSystem.hubs() + "/v1/placements/" + child.id();
    }

    /** Of the whole list, page by page. */
    private static JsonPath line(ReferredChild child) {
        var next = "";
        while (true) {
            var page = Caller.coordinator()
                    .get(RunningSystem.hubs() + "/v1/escalations?limit=20" + next)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var ids = page.<String>getList("items.referralId");
            if (ids.contains(child.id())) {
                return page.setRootPath("items[" + ids.indexOf(child.id()) + "]");
            }
            next = "&cursor=" + page.getString("next");
        }
    }
}
