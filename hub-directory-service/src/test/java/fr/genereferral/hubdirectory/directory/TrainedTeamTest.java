package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class TrainedTeamTest {

    @Test
    void keepsWhatAttestsATrainedTeam() {
        attest(accredited(NECKER, "TEAM-01"), UUID.randomUUID().toString()).statusCode(201);

        Search.get(Tokens.hospital(BASTIA), "/v1/hubs/" + NECKER + "/accreditations?therapy=TEAM-01")
                .body("items[0].rows[0].trainedTeam.since", contains("2025-11-03"))
                .body("items[0].rows[0].trainedTeam[0].source", equalTo("attestation"));
        Search.get(Tokens.auditor(), "/v1/hubs/" + NECKER + "/history?limit=1")
                .body("items", hasSize(1))
                .body("items[0].therapy", equalTo("TEAM-01"))
                .body("items[0].fields.field", contains("trainedTeamSince", "trainedTeamSource"));
    }

    /** At one hub: the same body, the same hub, another therapy. */
    @Test
    void takesTheTeamOfAnotherAccreditationForAnotherRequest() {
        var first = accredited(LYON, "TEAM-02");
        var second = accredited(LYON, "TEAM-03");

        attest(first, "team-" + first).statusCode(201);
        attest(first, "team-" + first).statusCode(201);

        attest(second, "team-" + first).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        teams("TEAM-02").body("items[0].rows[0].trainedTeam", hasSize(1));
        teams("TEAM-03").body("items[0].rows[0].trainedTeam", hasSize(0));
    }

    private static String accredited(String hub, String therapy) {
        return DirectoryCalls.grant(hub, therapy, TODAY)
                .extract()
                .path("accreditations.find { it.therapy == '" + therapy + "' }.id");
    }

    private static ValidatableResponse attest(String accreditation, String key) {
        return DirectoryCalls.create(
                Tokens.coordinator(),
                "/v1/accreditations/" + accreditation + "/trained-teams",
                key,
                "{\"since\": \"2025-11-03\", \"source\": \"attestation\"}");
    }

    private static ValidatableResponse teams(String therapy) {
        return Search.get(Tokens.auditor(), "/v1/hubs/" + LYON + "/accreditations?therapy=" + therapy);
    }
}
