package fr.genereferral.e2e.events;

import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A service on a topic of another, and an event that it understands. */
enum Listener {
    ELIGIBILITY_ON_REFERRALS(
            ServiceSettings.ELIGIBILITY, "referral.events", "ReferralSubmitted.v1", "referral-service"),
    HUBS_ON_REFERRALS(ServiceSettings.HUB_DIRECTORY, "referral.events", "RoutingRequested.v1", "referral-service"),
    REFERRALS_ON_ELIGIBILITY(
            ServiceSettings.REFERRAL, "eligibility.events", "ReferralAssessed.v1", "eligibility-service"),
    REFERRALS_ON_HUBS(ServiceSettings.REFERRAL, "hub.events", "OfferMade.v1", "hub-directory-service");

    final ServiceSettings service;
    final String topic;
    final String type;
    private final String producer;

    Listener(ServiceSettings service, String topic, String type, String producer) {
        this.service = service;
        this.topic = topic;
        this.type = type;
        this.producer = producer;
    }

    /** Two services learn of a referral by hearing of it; referral-service takes nothing of one that was never sent. */
    boolean takesAnyKey() {
        return service != ServiceSettings.REFERRAL;
    }

    String deadLetters() {
        return service.module() + ".dead-letters";
    }

    /** The event that its producer publishes as an example. */
    String example() {
        try {
            return Files.readString(
                    Checkout.here().root().resolve(producer + "/contracts/published/" + type + ".example.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
