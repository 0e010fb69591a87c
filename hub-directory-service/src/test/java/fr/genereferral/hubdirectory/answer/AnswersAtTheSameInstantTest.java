package fr.genereferral.hubdirectory.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One wins, the other hears why not, and nothing is said twice. */
@ServiceTest
class AnswersAtTheSameInstantTest {

    @RepeatedTest(3)
    void letsOneOfTwoYesesWin() throws Exception {
        var search = Search.in("35").routed("OfferMade");

        var statuses = AtOnce.sorted(
                () -> search.accept().extract().statusCode(),
                () -> search.accept().extract().statusCode());

        assertEquals(List.of(200, 409), statuses);
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), search.said());
    }

    @RepeatedTest(3)
    void letsEitherYesOrNoWin() throws Exception {
        var search = Search.in("35").routed("OfferMade");
        var offer = search.offer();
        var hub = Tokens.hub(search.hub());

        var statuses = AtOnce.sorted(
                () -> Search.post(hub, offer, "acceptance", "{}").extract().statusCode(),
                () -> Search.post(hub, offer, "declinal", "{\"reason\": \"OTHER\"}")
                        .extract()
                        .statusCode());

        assertEquals(List.of(200, 409), statuses);
        var answers = search.said().stream()
                .filter(type -> type.equals("OfferAccepted.v1") || type.equals("OfferDeclined.v1"))
                .count();
        assertEquals(1, answers);
    }

    @Test
    void decidesBetweenAYesAndACancellation() throws Exception {
        var search = Search.in("35").routed("OfferMade");

        var statuses = AtOnce.sorted(() -> search.accept().extract().statusCode(), () -> {
            search.cancel();
            return 0;
        });

        search.until("OfferMade.v1", statuses.contains(200) ? "OfferAccepted.v1" : "OfferWithdrawn.v1");
        assertTrue(statuses.contains(200) || statuses.contains(409));
    }
}
