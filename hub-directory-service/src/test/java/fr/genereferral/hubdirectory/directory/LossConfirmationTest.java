package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.freed;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.held;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.week;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.answer.AtOnce;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A hub has lost its accreditation after it had accepted; nobody but the coordinator moves the child. */
@ServiceTest
class LossConfirmationTest {
    private static final String MOVE = word("MOVE", "MAY_NOT_TREAT");
    private static final String KEEP = word("KEEP", "AUTHORITY_AGREES");

    @Test
    void movesTheChildToTheNextHubAndSaysWhoHasSaidSoAndSinceWhenItWasTrueAndKnown() throws SQLException {
        var therapy = givenBy(NANTES, NECKER);
        declare(NANTES, therapy, 1).statusCode(201);
        var search = accepted(therapy);
        var accreditation = lost(therapy, 0);

        confirm(accreditation, search, MOVE)
                .statusCode(200)
                .body("awaitsConfirmation", equalTo(false))
                .body("confirmation.decision", equalTo("MOVE"))
                .body("confirmation.lostFrom", equalTo(TODAY.toString()))
                .body("confirmation.lossKnownAt", notNullValue())
                .body("confirmation.confirmedBy", notNullValue());

        search.until("OfferMade.v1", "OfferAccepted.v1", "OfferWithdrawn.v1", "OfferMade.v1");
        assertEquals("ACCREDITATION_LOST", search.events().get(2).get("cause").asText());
        assertEquals(NECKER, search.hub());
        assertEquals(List.of(), held(therapy));
        assertEquals(List.of(week(NANTES, 0)), freed(therapy));
        affected(accreditation)
                .body("items.referralId", contains(search.referral()))
                .body("items[0].confirmation.reason", equalTo("MAY_NOT_TREAT"));
        confirm(accreditation, search, MOVE)
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_CONFIRM"))
                .body("actions", empty());
    }

    @Test
    void leavesTheChildWhereItIsOnce() {
        var therapy = givenBy(NANTES, NECKER);
        var search = accepted(therapy);
        var accreditation = lost(therapy, 0);
        affected(accreditation)
                .body("items[0].awaitsConfirmation", equalTo(true))
                .body("items[0].confirmation", nullValue());

        confirm(accreditation, search, KEEP).statusCode(200).body("confirmation.decision", equalTo("KEEP"));

        affected(accreditation).body("items[0].awaitsConfirmation", equalTo(false));
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), search.said());
        confirm(accreditation, search, KEEP).statusCode(409);
        confirm(accreditation, search, MOVE).statusCode(409);
        search.giveBack("CAPABILITY_LOST").statusCode(200);
    }

    @RepeatedTest(3)
    void takesOneOfTwoWordsThatAreSaidAtOnce() throws Exception {
        var therapy = givenBy(NANTES, NECKER);
        var search = accepted(therapy);
        var accreditation = lost(therapy, 0);

        var statuses = AtOnce.sorted(
                () -> confirm(accreditation, search, KEEP).extract().statusCode(),
                () -> confirm(accreditation, search, MOVE).extract().statusCode());

        assertEquals(List.of(200, 409), statuses);
    }

    @Test
    void hasNothingToSayOfAReferralThatTheLossDoesNotReach() {
        var therapy = givenBy(NANTES, NECKER);
        var offered = Search.in("35").forTherapy(therapy).routed("OfferMade");
        var givenBack = accepted(therapy);
        givenBack.giveBack("OTHER").statusCode(200);
        var inForce = accreditation(therapy);
        confirm(inForce, offered, MOVE).statusCode(404);
        var accreditation = lost(therapy, 0);

        var never = DirectoryCalls.post(
                        Tokens.coordinator(),
                        path(accreditation, UUID.randomUUID().toString()),
                        MOVE)
                .statusCode(404)
                .extract()
                .asString();
        var another = confirm(UUID.randomUUID().toString(), offered, MOVE)
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(never, another);
        confirm(accreditation, offered, MOVE).statusCode(404);
        // Accepted on a day on which the hub was not accredited, as is known now; but it has the child no longer.
        confirm(accreditation, givenBack, MOVE).statusCode(409);
    }

    @Test
    void waitsForTheDayOfTheLoss() {
        var therapy = givenBy(NANTES, NECKER);
        var search = accepted(therapy);
        var accreditation = lost(therapy, 2);

        confirm(accreditation, search, MOVE).statusCode(409);
    }

    @Test
    void isTheCoordinatorsAloneAndNeedsAReasonForTheDecision() {
        var path = path(UUID.randomUUID().toString(), UUID.randomUUID().toString());

        DirectoryCalls.post(Tokens.auditor(), path, MOVE).statusCode(403);
        DirectoryCalls.post(Tokens.hub(MONTPELLIER), path, MOVE).statusCode(403);
        DirectoryCalls.post(Tokens.coordinator(), path, word("MOVE", "CARE_UNDER_WAY"))
                .statusCode(422)
                .body("violations.pointer", contains("/reason"))
                .body("violations[0].expected", equalTo("MAY_NOT_TREAT, FAMILY_PREFERENCE, OTHER"));
        DirectoryCalls.post(Tokens.coordinator(), path, "{\"decision\": \"ASK\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/decision", "/reason"));
        Search.get(Tokens.hub(NECKER), "/v1/reference/loss-reasons")
                .statusCode(200)
                .body("items.code", contains("KEEP", "MOVE"))
                .body("items[1].reasons.code", contains("MAY_NOT_TREAT", "FAMILY_PREFERENCE", "OTHER"));
    }

    private static Search accepted(String therapy) {
        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");
        search.accept().statusCode(200);
        return search;
    }

    /** Nantes loses it that many days from today. */
    private static String lost(String therapy, int days) {
        var accreditation = accreditation(therapy);
        DirectoryCalls.revoke(NANTES, therapy, TODAY.plusDays(days)).statusCode(200);
        return accreditation;
    }

    private static String accreditation(String therapy) {
        return Search.get(Tokens.coordinator(), "/v1/hubs/" + NANTES)
                .extract()
                .path("accreditations.find { it.therapy == '" + therapy + "' }.id");
    }

    private static ValidatableResponse affected(String accreditation) {
        return Search.get(Tokens.coordinator(), "/v1/accreditations/" + accreditation + "/affected")
                .statusCode(200);
    }

    private static ValidatableResponse confirm(String accreditation, Search search, String word) {
        return DirectoryCalls.post(Tokens.coordinator(), path(accreditation, search.referral()), word);
    }

    private static String path(String accreditation, String referral) {
        return "/v1/accreditations/" + accreditation + "/affected/" + referral + "/confirmation";
    }

    private static String word(String decision, String reason) {
        return "{\"decision\": \"%s\", \"reason\": \"%s\"}".formatted(decision, reason);
    }
}
