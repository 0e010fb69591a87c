package fr.genereferral.e2e.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** A child who has been offered to a hub: the hub may say yes or no, the hospital may stop. */
record OfferedChild(String referral, Organisation hospital, String offer, Organisation hub) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param code of the problem; empty when there is none */
    record Answer(int status, String code) {}

    Answer accept() {
        return move(hub, ServiceSettings.HUB_DIRECTORY, "/v1/offers/" + offer + "/acceptance", "{}");
    }

    Answer decline() {
        return move(
                hub,
                ServiceSettings.HUB_DIRECTORY,
                "/v1/offers/" + offer + "/declinal",
                "{\"reason\": \"CLINICALLY_UNSUITABLE\"}");
    }

    Answer withdraw() {
        return move(
                hospital,
                ServiceSettings.REFERRAL,
                "/v1/referrals/" + referral + "/withdrawal",
                "{\"reason\": \"FAMILY_DECISION\"}");
    }

    private static Answer move(Organisation by, ServiceSettings service, String path, String body) {
        try {
            var response = by.post(service, path, body, UUID.randomUUID().toString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()).path("code").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
