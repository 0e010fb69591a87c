package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MARSEILLE;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.Patience.await;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an import means to those who ask, who are asked and who wait meanwhile. */
@ServiceTest
class ImportConsequencesTest {
    /** More than the pool has. */
    private static final int CALLERS = 25;

    @Test
    void correctsAndEndsInOneRowAndLeavesWhatItDoesNotSay() {
        taken("hub,therapy,from,source,illustrative,toWeightKg,endsOn,endReason\n" + NECKER
                + ",BOTH-01,2026-01-01,list,true,13.5,2026-12-31,STAFF\n");
        taken("hub,therapy,from,underAgeYears,endsOn,endReason\n" + NECKER
                + ",BOTH-01,2026-01-01,18,2026-09-01,WITHDRAWN_BY_AUTHORITY\n");

        Search.get(Tokens.auditor(), "/v1/hubs/" + NECKER + "/accreditations?therapy=BOTH-01&on=2026-10-01")
                .body("items.accredited", contains(false))
                .body("items[0].rows.accreditation.endsOn", contains("2026-01-01", "2026-09-01"))
                .body("items[0].rows[1].accreditation.source", equalTo("list"))
                .body("items[0].rows[1].accreditation.illustrative", equalTo(true))
                .body("items[0].rows[1].accreditation.toWeightKg", equalTo(13.5f));
        Search.get(Tokens.auditor(), "/v1/hubs/" + NECKER + "/accreditations?therapy=BOTH-01&on=2026-08-31")
                .body("items.accredited", contains(true));
    }

    @Test
    void asksTheNextHubWhenACorrectionLeavesTheChildOut() {
        var search = offered("BAND-01");

        taken("hub,therapy,from,fromAgeYears\n%s,BAND-01,%s,17\n".formatted(MONTPELLIER, TODAY));

        assertEquals(List.of("OfferMade.v1", "OfferWithdrawn.v1", "OfferMade.v1"), search.said());
        assertEquals(ROTHSCHILD, search.hub());
    }

    /** A file has no column for where a hub is. */
    @Test
    void sendsNobodyToAHubThatAnImportHasAddedAndNoFileKnows() {
        taken("id,name,city,kind\nIT-MILANO-14,Ospedale,Milano,HUB\n");
        DirectoryCalls.grant("IT-MILANO-14", "WAY-14", TODAY).statusCode(201);

        Search.in("06")
                .forTherapy("WAY-14")
                .routed("NoHubFound")
                .placement(Tokens.coordinator())
                .body("matchRuns[0].excluded.find { it.hub.id == 'IT-MILANO-14' }.reason", equalTo("NO_WAY_KNOWN"));
    }

    @Test
    void refusesAYesToAChildThatTheBoundsLeaveOutMeanwhile() throws SQLException {
        var search = offered("BAND-02");
        DirectoryCalls.run("update accreditation set from_age_years = 17 where therapy = 'BAND-02'");

        search.accept().statusCode(409).body("code", equalTo("HUB_NOT_ACCREDITED"));
        Search.get(Tokens.hub(MONTPELLIER), "/v1/offers/" + search.offer() + "/actions")
                .body("actions.action", contains("DECLINE", "CLAIM", "HAND_OVER"));
        search.decline("OTHER").statusCode(200);
    }

    /** It waits for a row; others wait for it, with every other connection that there is. */
    @Test
    void endsWhileEveryOtherConnectionWaitsForIt() throws SQLException {
        var callers = Executors.newFixedThreadPool(CALLERS);
        try (var other = LocalServers.asServiceFor("platform")) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from hub where id = '" + NECKER + "' for update");
            var location = begun("id,name,city,kind\nIT-POOL-1,Ospedale,Milano,HUB\n");
            await().untilAsserted(() -> assertEquals(1, waiting("select id from hub order by id%")));
            // An offer may still name a hub that the import has locked.
            other.createStatement().execute("select 1 from hub where id = '" + MARSEILLE + "' for key share nowait");
            var waiting = IntStream.range(0, CALLERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(ImportConsequencesTest::revokedInVain, callers)
                            .orTimeout(2, TimeUnit.MINUTES))
                    .toList();
            await().untilAsserted(() -> assertTrue(waiting("%pg_advisory_xact_lock%directory%") >= 18));

            other.rollback();

            waiting.forEach(answer -> assertEquals("NOT_ACCREDITED", answer.join()));
            ended(location);
        } finally {
            callers.shutdownNow();
        }
    }

    private static String revokedInVain() {
        return DirectoryCalls.revoke(LYON, "NEVER-01", TODAY).extract().path("code");
    }

    private static Search offered(String therapy) {
        DirectoryCalls.grant(MONTPELLIER, therapy, TODAY).statusCode(201);
        DirectoryCalls.grant(ROTHSCHILD, therapy, TODAY).statusCode(201);
        var search = Search.in("34").forTherapy(therapy).routed("OfferMade");
        assertEquals(MONTPELLIER, search.hub());
        return search;
    }

    private static void taken(String file) {
        ended(begun(file));
    }

    private static String begun(String file) {
        return given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file)
                .post("/v1/directory/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("^http://[^/]*", "");
    }

    private static void ended(String location) {
        await().untilAsserted(() -> Search.get(Tokens.coordinator(), location).body("state", equalTo("DONE")));
    }

    private static int waiting(String query) throws SQLException {
        try (var connection = LocalServers.asService();
                var statement = connection.prepareStatement("select count(*) from pg_stat_activity"
                        + " where usename = current_user and wait_event_type = 'Lock' and query like ?")) {
            statement.setString(1, query);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }
}
