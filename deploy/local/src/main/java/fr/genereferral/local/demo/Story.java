package fr.genereferral.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.local.process.Patience;
import java.time.Duration;

/** One child's way: the hospital refers, the first hub answers, and everything is read back from the API. */
final class Story {
    private static final Duration TO_MOVE = Duration.ofSeconds(60);

    private final Clients clients;
    private final String referrals;
    private final String offers;
    private final SampleChild child;
    private final String hospital;
    private String link;

    Story(Clients clients, String referralService, String hubDirectory, SampleChild child) {
        this.clients = clients;
        this.referrals = referralService + "/v1/referrals";
        this.offers = hubDirectory + "/v1/offers";
        this.child = child;
        this.hospital = "hospital-" + child.hospital();
    }

    SampleChild child() {
        return child;
    }

    String link() {
        return link;
    }

    void refer() {
        var created = clients.post(hospital, referrals, child.body());
        link = referrals + "/" + created.path("id").asText();
    }

    /** Lets the first hub answer, and waits until the story has come to its end. */
    void unfold() {
        if (child.answer() != SampleChild.Answer.NONE) {
            answer();
        }
        await(
                "end of the story of " + child.name(),
                referral -> state(referral).equals(child.state())
                        && (child.answer() != SampleChild.Answer.DECLINE
                                || referral.path("offers").size() > 1));
    }

    private void answer() {
        await("offer", referral -> !referral.path("offers").isEmpty());
        var offer = referral().at("/offers/0");
        if (offer.isMissingNode()) {
            return;
        }
        var hub = "hub-" + offer.at("/hub/id").asText();
        var open = offers + "/" + offer.path("offerId").asText();
        clients.get(hub, open);
        var none = new ObjectMapper().createObjectNode();
        if (child.answer() == SampleChild.Answer.ACCEPT) {
            clients.post(hub, open + "/acceptance", none);
            return;
        }
        clients.post(hub, open + "/declinal", none.put("reason", "NO_CAPACITY"));
    }

    boolean arrived() {
        var referral = referral();
        return state(referral).equals(child.state()) && child.arrived().test(referral);
    }

    JsonNode referral() {
        return clients.get(hospital, link);
    }

    private static String state(JsonNode referral) {
        return referral.path("state").asText();
    }

    private void await(String what, java.util.function.Predicate<JsonNode> wanted) {
        try {
            new Patience(what, TO_MOVE).until(() -> wanted.test(referral()));
        } catch (IllegalStateException e) {
            // Told by the table, with where the child is instead.
            return;
        }
    }
}
