package fr.genereferral.hubdirectory.mail;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a hub wants to be written to. */
@ServiceTest
class MailSettingResourceTest {
    private static final String ADMIN = Tokens.of(LYON, "hub_admin");
    private static final String OTHER_HUB = "590006607";

    @AfterEach
    void asUsual() {
        Mailbox.choose(ADMIN, LYON, "*", "{\"mode\": \"EACH\"}").statusCode(200);
    }

    @Test
    void isOnForWhoeverHasSaidNothing() {
        Mailbox.read(Tokens.coordinator(), OTHER_HUB)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("mode", equalTo("EACH"))
                .body("zone", equalTo("Europe/Paris"));
    }

    @Test
    void isWhatTheHubsAdministratorSays() {
        var tag = Mailbox.read(ADMIN, LYON).extract().header("ETag");

        Mailbox.choose(ADMIN, LYON, tag, "{\"mode\": \"DIGEST\", \"digestHour\": 18}")
                .statusCode(200)
                .body("mode", equalTo("DIGEST"))
                .body("digestHour", equalTo(18));

        Mailbox.choose(ADMIN, LYON, tag, "{\"mode\": \"NONE\"}").statusCode(412).body("code", equalTo("STALE"));
        Mailbox.choose(ADMIN, LYON, null, "{\"mode\": \"NONE\"}").statusCode(428);
        Mailbox.read(ADMIN, LYON).body("mode", equalTo("DIGEST"));
        Mailbox.choose(Tokens.coordinator(), LYON, "*", "{\"mode\": \"NONE\"}").statusCode(200);
    }

    @Test
    void isNobodyElsesToSay() {
        Mailbox.choose(ADMIN, OTHER_HUB, "*", "{\"mode\": \"NONE\"}").statusCode(403);
        Mailbox.read(ADMIN, OTHER_HUB).statusCode(403);
        Mailbox.read(Tokens.hub(LYON), LYON).statusCode(403);
        Mailbox.choose(Tokens.auditor(), LYON, "*", "{\"mode\": \"NONE\"}").statusCode(403);
        Mailbox.read(Tokens.coordinator(), "999999999").statusCode(404);
        Mailbox.choose(Tokens.coordinator(), "999999999", "*", "{\"mode\": \"NONE\"}")
                .statusCode(404);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Mailbox.choose(ADMIN, LYON, "*", "{\"mode\": \"OFTEN\", \"digestHour\": 24, \"to\": \"me\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/mode", "/digestHour", "/to"));
        Mailbox.choose(ADMIN, LYON, "*", "{\"mode\": \"DIGEST\", \"digestHour\": 7.5}")
                .statusCode(422);
        Mailbox.choose(ADMIN, LYON, "*", "").statusCode(400);
    }
}
