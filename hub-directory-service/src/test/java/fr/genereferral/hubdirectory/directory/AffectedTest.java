package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hub loses its accreditation after it has accepted, with a date in the past. */
@ServiceTest
class AffectedTest {
    private static final String ITEM = "items.find { it.referralId == '%s' }.";

    @Test
    void listsWhomTheHubHasAcceptedAndMovesNobody() {
        var accepted = Search.in("34").forTherapy("UPS").routed("OfferMade");
        accepted.accept().statusCode(200);
        var offered = Search.in("34").forTherapy("UPS").routed("OfferMade");

        var answer =
                DirectoryCalls.revoke(MONTPELLIER, "UPS", TODAY.minusDays(10)).statusCode(200);
        try {
            var here = ITEM.formatted(accepted.referral());
            answer.body("affected." + here + "awaitsConfirmation", equalTo(true))
                    .body("affected." + here + "acceptedWithout", equalTo(true))
                    .body("affected.items.referralId", not(hasItem(offered.referral())));
            assertEquals(ROTHSCHILD, offered.hub());
            assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), accepted.said());

            String accreditation = answer.extract()
                    .path("accreditations.findAll { it.therapy == 'UPS' && it.endsOn > it.from }[0].id");
            Search.get(Tokens.coordinator(), "/v1/accreditations/" + accreditation + "/affected")
                    .statusCode(200)
                    .body(here + "awaitsConfirmation", equalTo(true));
            accepted.close();
        } finally {
            DirectoryCalls.grant(MONTPELLIER, "UPS", TODAY).statusCode(201);
        }
    }

    @Test
    void goesOnPageByPage() {
        var searches = List.of(
                Search.in("75").forTherapy("UPS").routed("OfferMade"),
                Search.in("75").forTherapy("UPS").routed("OfferMade"));
        searches.forEach(search -> search.accept().statusCode(200));
        String id = DirectoryCalls.revoke(ROTHSCHILD, "UPS", TODAY.plusDays(2))
                .statusCode(200)
                .extract()
                .path("accreditations.find { it.therapy == 'UPS' && it.endsOn > it.from }.id");
        try {
            var url = "/v1/accreditations/" + id + "/affected?limit=1";
            var first = Search.get(Tokens.auditor(), url).statusCode(200).body("items", hasSize(1));
            String next = first.extract().path("next");
            // The day has not come: nobody has to be decided about yet.
            Search.get(Tokens.auditor(), url + "&cursor=" + next)
                    .body("items", hasSize(1))
                    .body("items[0].awaitsConfirmation", equalTo(false))
                    .body("items[0].offerId", not(equalTo(next)));
        } finally {
            DirectoryCalls.grant(ROTHSCHILD, "UPS", TODAY.plusDays(2)).statusCode(201);
        }
    }

    @Test
    void isEmptyWithoutAnEndAndNobodysButTheNations() {
        String id = DirectoryCalls.grant(NECKER, "LOST-01", TODAY)
                .statusCode(201)
                .extract()
                .path("accreditations.find { it.therapy == 'LOST-01' }.id");
        var url = "/v1/accreditations/" + id + "/affected";

        Search.get(Tokens.coordinator(), url).statusCode(200).body("items", empty());
        Search.get(Tokens.hub(NECKER), url).statusCode(403);
        Search.get(Tokens.coordinator(), "/v1/accreditations/" + java.util.UUID.randomUUID() + "/affected")
                .statusCode(404);
    }
}
