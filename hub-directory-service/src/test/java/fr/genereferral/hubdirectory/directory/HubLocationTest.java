package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.capacity.CapacityCalls.texts;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.register;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@ServiceTest
class HubLocationTest {
    /** A site of the national file that is no hub; on the mainland. */
    private static final String QUIMPER = "290000025";

    @Test
    void sendsFamiliesToANewHubOfWhichItIsToldWhereItIs() {
        register("IT-MILANO-8", ", \"location\": {\"landmass\": \"MAINLAND\", \"latitude\": 45.5, \"longitude\": 9.26}")
                .statusCode(201)
                .header("ETag", "\"1\"");
        DirectoryCalls.grant("IT-MILANO-8", "WAY-11", TODAY).statusCode(201);

        var search = Search.in("06").forTherapy("WAY-11").routed("OfferMade");

        assertEquals("IT-MILANO-8", search.hub());
        assertEquals("ROAD", search.lastEvent().at("/travel/legs/0/mode").asText());
    }

    @Test
    void sendsFamiliesAcrossWaterToANewHubByTheTableAlone() {
        register("IT-MILANO-9", ", \"location\": {\"landmass\": \"CORSICA\", \"latitude\": 42.0, \"longitude\": 9.0}")
                .statusCode(201);
        DirectoryCalls.grant("IT-MILANO-9", "WAY-12", TODAY).statusCode(201);

        assertEquals(List.of("ROAD"), modes("2A", "WAY-12"));
        assertTrue(modes("06", "WAY-12").stream().anyMatch(Set.of("AIR", "SEA")::contains));
    }

    @Test
    void refusesALocationThatIsNone() {
        register("IT-MILANO-10", ", \"location\": {\"landmass\": \"ATLANTIS\", \"latitude\": -91, \"longitude\": 9.0}")
                .statusCode(422)
                .body("violations.pointer", contains("/location/latitude"));
        register("IT-MILANO-10", ", \"location\": {\"landmass\": \"ATLANTIS\", \"latitude\": -9, \"longitude\": 9.0}")
                .statusCode(422)
                .body("violations.pointer", contains("/location/landmass"));
    }

    @Test
    void leavesASiteOfTheNationalFileWhereItIs() throws SQLException {
        register(QUIMPER, ", \"location\": {\"landmass\": \"CORSICA\", \"latitude\": 42.0, \"longitude\": 9.0}")
                .statusCode(201);
        DirectoryCalls.grant(QUIMPER, "WAY-13", TODAY).statusCode(201);

        assertEquals(List.of("ROAD"), modes("29", "WAY-13"));
        var places = texts("select code from place where code = '" + QUIMPER + "'");
        assertEquals(List.of(), places, "a leg that is brought for it would begin at the other");
    }

    /** How a child of this département gets to a hub that alone may give that therapy. */
    private static List<String> modes(String departement, String therapy) {
        return Search.in(departement)
                .forTherapy(therapy)
                .routed("OfferMade")
                .lastEvent()
                .at("/travel/legs")
                .findValuesAsText("mode");
    }
}
