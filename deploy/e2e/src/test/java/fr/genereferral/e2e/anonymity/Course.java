package fr.genereferral.e2e.anonymity;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.local.service.ServiceSettings;
import java.time.Duration;
import org.awaitility.Awaitility;

/** One child on its way, every step of which is asked for in its name. */
record Course(Marked marked, String hospital, String url, String hubs) {
    static final String COORDINATOR = "national-coordinator";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Somebody is asked to take it. */
    record Asked(String hub, String url) {}

    static Course begun(IdentityPlatform platform, Marked marked, String hospital, String body) {
        var referrals = platform.url(ServiceSettings.REFERRAL) + "/v1/referrals";
        var id = marked.taken(hospital, "POST", referrals, body).path("id").asText();
        return new Course(marked, hospital, referrals + "/" + id, platform.url(ServiceSettings.HUB_DIRECTORY));
    }

    String id() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    String placement() {
        return hubs + "/v1/placements/" + id();
    }

    /** The last one, once so many have been asked. */
    Asked asked(int count) {
        var seen = until("OFFERED", count);
        var last = seen.path("offers").path(count - 1);
        return new Asked(
                "hub-" + last.at("/hub/id").asText(),
                hubs + "/v1/offers/" + last.path("offerId").asText());
    }

    Course until(String state) {
        until(state, 0);
        return this;
    }

    private JsonNode until(String state, int offers) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> marked.seen(COORDINATOR, url),
                        seen -> seen.path("state").asText().equals(state)
                                && seen.path("offers").size() >= offers);
    }

    JsonNode does(String caller, String path, String body) {
        return marked.taken(caller, "POST", url + path, body);
    }

    JsonNode hospitalDoes(String path, String body) {
        return does(hospital, path, body);
    }

    JsonNode answers(Asked asked, String move, String body) {
        return marked.taken(asked.hub(), "POST", asked.url() + move, body);
    }
}
