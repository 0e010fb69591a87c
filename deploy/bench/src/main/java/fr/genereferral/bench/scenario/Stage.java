package fr.genereferral.bench.scenario;

import fr.genereferral.local.service.ServiceSettings;
import java.util.List;

/**
 * One consumer's part of the journey.
 *
 * @param effects rows that are written once for each event and never changed
 * @param sends where what this stage says goes
 */
record Stage(String name, ServiceSettings consumer, String database, String effects, String sends) {
    static final List<Stage> ALL = List.of(
            new Stage(
                    "eligibility-service: ReferralSubmitted → assessment",
                    ServiceSettings.ELIGIBILITY,
                    "eligibility",
                    "assessment where number = 1",
                    "eligibility.events"),
            new Stage(
                    "referral-service: ReferralAssessed → routing requested",
                    ServiceSettings.REFERRAL,
                    "referral",
                    "assessment",
                    "referral.events"),
            new Stage(
                    "hub-directory-service: RoutingRequested → offer",
                    ServiceSettings.HUB_DIRECTORY,
                    "hub_directory",
                    "offer",
                    "hub.events"),
            new Stage(
                    "referral-service: OfferMade → referral offered",
                    ServiceSettings.REFERRAL,
                    "referral",
                    "timeline where state = 'OFFERED'",
                    "referral.events"));
}
