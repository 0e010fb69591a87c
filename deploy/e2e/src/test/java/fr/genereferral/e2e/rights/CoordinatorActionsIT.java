package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.e2e.support.RunningSystem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a coordinator may do with a placement works when it is tried at once; what is not listed is refused. */
@ExtendWith(ErasedKeys.class)
class CoordinatorActionsIT {
    private static final List<String> MOVES = List.of("ASSIGN_HUB", "REOPEN_SEARCH");

    @Test
    void workWhenListedAndAreRefusedOtherwise() {
        var offered = Scene.laid();
        assertEquals(List.of(), actions(offered, coordinator()));
        assertEquals(409, assign(offered, offered.former()).status());
        assertEquals(409, reopen(offered).status());

        // One move makes the other impossible: each is tried at a child of its own.
        for (var move : MOVES) {
            var escalated = escalated(Scene.laid());
            assertEquals(MOVES, actions(escalated, coordinator()));
            var status = move.equals("ASSIGN_HUB")
                    ? assign(escalated, able(escalated)).status()
                    : reopen(escalated).status();
            assertEquals(2, status / 100, move);
        }
    }

    @Test
    void askForASecondPersonWhereAHubHasSaidNo() {
        var scene = escalated(Scene.laid());
        var answer = assign(scene, scene.asked());
        assertEquals("PROPOSED", answer.json().path("state").asText());
        var confirmation =
                placement(scene) + "/assignments/" + answer.json().path("id").asText() + "/confirmation";
        // A client is a person too: this one stands for another coordinator.
        var second = Badge.of("coordinator", "national-2");

        assertTrue(actions(scene, coordinator()).contains("REFUSE_ASSIGNMENT"));
        assertEquals(
                "SECOND_PERSON_NEEDED", confirm(confirmation, coordinator()).code());
        assertTrue(actions(scene, second).contains("CONFIRM_ASSIGNMENT"));
        assertEquals(200, confirm(confirmation, second).status());

        scene.child().untilOffers(3);
        assertEquals(scene.asked(), scene.child().hub());
        assertEquals("ASSIGNMENT_OVER", confirm(confirmation, second).code());
    }

    private static Scene escalated(Scene scene) {
        scene.child().decline("CLINICALLY_UNSUITABLE").statusCode(200);
        scene.child().until("ESCALATED");
        return scene;
    }

    private static String coordinator() {
        return Badge.of("coordinator", "national");
    }

    private static List<String> actions(Scene scene, String token) {
        var answer = Call.get(placement(scene) + "/actions", token).send();
        assertEquals(200, answer.status());
        return answer.json().path("actions").findValuesAsText("action");
    }

    private static String able(Scene scene) {
        JsonNode actions = Call.get(placement(scene) + "/actions", coordinator())
                .send()
                .json()
                .path("actions");
        return actions.path(0).at("/needs/hub/0").asText();
    }

    private static Answer assign(Scene scene, String hub) {
        var order = "{\"hub\": \"" + hub + "\", \"reason\": \"HUB_AGREED\"}";
        return Call.of("POST", placement(scene) + "/assignments", coordinator(), order)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .send();
    }

    private static Answer reopen(Scene scene) {
        return Call.of("POST", placement(scene) + "/reopening", coordinator(), "{\"reason\": \"OTHER\"}")
                .send();
    }

    private static Answer confirm(String url, String token) {
        return Call.of("POST", url, token, "{\"decision\": \"CONFIRM\"}").send();
    }

    private static String placement(Scene scene) {
        return RunningSystem.hubs() + "/v1/placements/" + scene.referral();
    }
}
