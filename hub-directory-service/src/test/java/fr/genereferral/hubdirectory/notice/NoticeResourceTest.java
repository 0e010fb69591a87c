package fr.genereferral.hubdirectory.notice;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Notices;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.expiry.Clockwork;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order in which a hub is told, whatever runs at the same time. */
@ServiceTest
class NoticeResourceTest {
    private static final String HUB = Tokens.hub(NANTES);
    private static final int MANY = 10_000;

    @Inject
    TellingHubs telling;

    @Inject
    Notices notices;

    @BeforeEach
    void tellWhatOtherTestsHaveLeft() {
        Feed.tell(telling);
    }

    @Test
    void tellsPageByPageWhatHasHappenedSince() {
        var begin = Feed.last(HUB);
        var offers = List.of(
                Search.in("35").routed("OfferMade").offer(),
                Search.in("35").routed("OfferMade").offer());
        Feed.tell(telling);
        var end = Feed.last(HUB);

        var told = new ArrayList<String>();
        for (var next = begin; next < end; next++) {
            var page = Search.get(HUB, "/v1/offers/notices?limit=1&after=" + next)
                    .body("items.id", contains((int) next + 1))
                    .body("next", equalTo((int) next + 1))
                    .body("reset", equalTo(false));
            told.add(page.extract().path("items[0].offerId"));
        }

        told.retainAll(offers);
        assertEquals(offers, told);
        Search.get(HUB, "/v1/offers/notices?after=" + end)
                .body("items", empty())
                .body("next", equalTo((int) end));
        Search.get(HUB, "/v1/offers/notices?after=x").statusCode(400);
        Search.get(Tokens.coordinator(), "/v1/offers/notices").statusCode(403);
    }

    /** The earlier one takes its id first, and is committed last. */
    @Test
    void losesNothingThatIsCommittedLate() throws SQLException {
        var slow = Search.in("35").routed("OfferMade").offer();
        var quick = Search.in("35").routed("OfferMade").offer();
        Feed.tell(telling);
        var begin = Feed.last(HUB);
        try (var late = LocalServers.asServiceFor("platform");
                var early = LocalServers.asServiceFor("platform")) {
            late.setAutoCommit(false);
            see(late, slow);
            see(early, quick);
            Feed.tell(telling);
            assertEquals(List.of(quick), told(begin, slow, quick));
            var next = Feed.last(HUB);

            late.commit();
            Feed.tell(telling);

            assertEquals(List.of(slow), told(next, slow, quick));
            assertEquals(List.of(quick, slow), told(begin, slow, quick));
        }
    }

    @Test
    void saysNothingOfWhatWasRolledBack() throws SQLException {
        var offer = Search.in("35").routed("OfferMade").offer();
        Feed.tell(telling);
        var begin = Feed.last(HUB);
        try (var connection = LocalServers.asServiceFor("platform")) {
            connection.setAutoCommit(false);
            see(connection, offer);
            connection.rollback();
            see(connection, offer);
            connection.commit();
        }
        Feed.tell(telling);

        assertEquals(List.of(offer), told(begin, offer));
    }

    @Test
    void numbersEachOnceHoweverManyInstancesLook() throws Exception {
        var begin = Feed.last(HUB);
        var offers = List.of(
                Search.in("35").routed("OfferMade").offer(),
                Search.in("35").routed("OfferMade").offer(),
                Search.in("35").routed("OfferMade").offer());

        Callable<Integer> look = this::number;
        Clockwork.atOnce(Collections.nCopies(4, look));
        number();

        assertEquals(offers, told(begin, offers.toArray(String[]::new)));
    }

    private Integer number() {
        return Feed.done(() -> notices.number(MANY));
    }

    @Test
    void forgetsInOrderAndSaysSo() {
        Search.in("35").routed("OfferMade");
        Feed.tell(telling);
        var begin = Feed.last(HUB);
        assertEquals(0, Feed.done(() -> notices.forget(Duration.ofDays(30), MANY)));

        Feed.done(() -> notices.forget(Duration.ZERO, MANY));

        Search.get(HUB, "/v1/offers/notices?after=" + (begin - 1))
                .body("items", empty())
                .body("reset", equalTo(true));
        var kept = Feed.last(HUB);
        Search.get(HUB, "/v1/offers/notices?after=" + kept).body("reset", equalTo(false));
        var after = Search.in("35").routed("OfferMade").offer();
        Feed.tell(telling);
        assertEquals(List.of(after), told(kept, after));
    }

    @Test
    void isEachHubsOwnBehindBothWalls() throws SQLException {
        var offer = Search.in("35").routed("OfferMade").offer();
        Feed.tell(telling);
        var mine = "select count(*) from hub_notice where offer_id = '" + offer + "'";

        assertEquals(1, counted(NANTES, mine));
        for (var stranger : new String[] {null, "", LYON, LYON + ",platform"}) {
            assertEquals(0, counted(stranger, mine));
            assertEquals(0, counted(stranger, "select count(*) from hub_feed where hub_id = '" + NANTES + "'"));
        }
        try (var hub = LocalServers.asServiceFor(NANTES);
                var statement = hub.createStatement()) {
            var forged = "insert into hub_notice (hub_id, offer_id, kind, state) values ('" + NANTES + "', '" + offer
                    + "', 'EXPIRED', 'EXPIRED')";
            var refused = assertThrows(SQLException.class, () -> statement.execute(forged));
            assertEquals("42501", refused.getSQLState());
        }
    }

    private static int counted(String orgs, String query) throws SQLException {
        try (var connection = LocalServers.asServiceFor(orgs);
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(query);
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Those of these offers of which something is told after this number, in order, and no number is left out. */
    private static List<String> told(long number, String... offers) {
        var page = Search.get(HUB, "/v1/offers/notices?limit=200&after=" + number)
                .statusCode(200)
                .extract()
                .jsonPath();
        var ids = page.getList("items.id", Long.class);
        assertEquals(Feed.inARow(number + 1, ids.size()), ids);
        var told = new ArrayList<>(page.getList("items.offerId", String.class));
        told.retainAll(List.of(offers));
        return told;
    }

    /** As a hub opens its offer for the first time. */
    private static void see(Connection connection, String offer) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update offer set seen_at = clock_timestamp() where cast(id as text) = ?")) {
            statement.setString(1, offer);
            assertEquals(1, statement.executeUpdate());
        }
    }
}
