package fr.genereferral.e2e.check;

import java.util.List;

/**
 * Who listens to whom.
 *
 * @param service consumer group, and whose dead letters these are
 * @param database where the service keeps how far it has come
 * @param topic the name in front of its dot is the producer's aggregate type
 * @param producer database with the outbox that the topic comes from
 */
public record Hearing(String service, String database, String topic, String producer) {
    public static List<Hearing> all() {
        return List.of(
                new Hearing("eligibility-service", "eligibility", "referral.events", "referral"),
                new Hearing("hub-directory-service", "hub_directory", "referral.events", "referral"),
                new Hearing("referral-service", "referral", "eligibility.events", "eligibility"),
                new Hearing("referral-service", "referral", "hub.events", "hub_directory"));
    }

    public String deadLetters() {
        return service + ".dead-letters";
    }

    @Override
    public String toString() {
        return service + " on " + topic;
    }
}
