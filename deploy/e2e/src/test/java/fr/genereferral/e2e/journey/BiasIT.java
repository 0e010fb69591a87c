package fr.genereferral.e2e.journey;

import static fr.genereferral.e2e.support.PastOffers.Kind.FAR;
import static fr.genereferral.e2e.support.PastOffers.Kind.NEAR;
import static fr.genereferral.e2e.support.PastOffers.Kind.OVERSEAS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.PastOffers;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The scenario of the hub that declines far children far more than near ones. Most of what it has answered is written into the
 * tables; five of the near children have come all the way.
 */
class BiasIT {
    private static final String RENNES = "350007084";
    private static final String NANTES = "440000271";
    private static final String LYON = "690007539";
    private static final int REAL = 5;
    private static final String FAR_DECLINED =
            "items[0].comparisons.find { it.outcome == 'DECLINED' && it.band == 'FAR' }.";
    private static final PastOffers PAST = new PastOffers();

    private static List<String> before;

    @BeforeAll
    static void sixMonthsOfAnswers() {
        var then =
                Sample.today().minusMonths(3).withDayOfMonth(15).atTime(12, 0).toInstant(ZoneOffset.UTC);
        var real = Stream.generate(BiasIT::nearNantes)
                .limit(REAL)
                .map(ReferredChild::accepted)
                .toList();
        // With the places that these five have taken, which is no penalty.
        before = rankedHubs(nearNantes());
        real.forEach(child -> PAST.moved(child, then));
        PAST.accepted(NANTES, 55 - REAL, NEAR, then).declined(NANTES, 5, NEAR, then);
        PAST.accepted(NANTES, 30, FAR, then).declined(NANTES, 20, FAR, then);
        PAST.accepted(LYON, 40, NEAR, then).declined(LYON, 20, NEAR, then).accepted(LYON, 30, FAR, then);
        PAST.declined(LYON, 2, OVERSEAS, then);
        var longAgo = LocalDate.of(yearBeforeLast(), 5, 15).atTime(12, 0).toInstant(ZoneOffset.UTC);
        PAST.accepted(NANTES, 41, NEAR, longAgo).declined(NANTES, 9, NEAR, longAgo);
        PAST.accepted(NANTES, 12, FAR, longAgo).declined(NANTES, 3, FAR, longAgo);
        PAST.declined(LYON, 2, OVERSEAS, longAgo);
    }

    /** In which the last six months never lie. */
    private static int yearBeforeLast() {
        return Sample.today().getYear() - 2;
    }

    @AfterAll
    static void asIfNothingHadBeen() {
        PAST.close();
    }

    @Test
    void theCoordinatorIsToldTheNumbersAndTheSameOnesWheneverHeAsks() {
        var first = patterns("&hub=" + NANTES)
                .body("alerts", equalTo(1))
                .body("items[0].bands.find { it.band == 'FAR' }.counts.asked", equalTo(50))
                .body("items[0].bands.find { it.band == 'FAR' }.counts.declined", equalTo(20))
                .body("items[0].bands.find { it.band == 'NEAR' }.counts.asked", equalTo(60))
                .body("items[0].bands.find { it.band == 'NEAR' }.counts.declined", equalTo(5))
                .body(FAR_DECLINED + "verdict", equalTo("ALERT"))
                .body(FAR_DECLINED + "figures.rate", equalTo(0.4f))
                .body(FAR_DECLINED + "figures.against", equalTo(0.083f))
                .body(FAR_DECLINED + "figures.low", greaterThan(0f))
                .body(FAR_DECLINED + "figures.high", notNullValue())
                .body("notes.code", hasItem("NO_CAUSE"))
                .extract()
                .asString();

        assertEquals(first, patterns("&hub=" + NANTES).extract().asString());
        Caller.hub(LYON)
                .get(RunningSystem.hubs() + "/v1/patterns?hub=" + NANTES)
                .statusCode(404);
    }

    @Test
    void twoChildrenFromOverseasAreNotTold() {
        var overseas = "items[0].bands.find { it.band == 'OVERSEAS' }.counts.";

        patterns("&hub=" + LYON)
                .body("alerts", equalTo(0))
                .body(overseas + "asked", nullValue())
                .body(overseas + "declined", nullValue())
                .body(overseas + "suppressed", equalTo(true))
                .body("notes.code", hasItem("SUPPRESSED"))
                .body(not(containsString("referral")));
    }

    @Test
    void noHubIsPenalised() {
        assertEquals(before, rankedHubs(nearNantes()));
        patterns("&hub=" + NANTES).body("alerts", equalTo(1));
    }

    /** With nothing supposed every run ends as it did; with other weights it is worked out anew, and no record changes. */
    @Test
    void aReplayAnswersFromTheStoredRunsWhatOtherWeightsWouldHaveDone() {
        var child = nearNantes();
        var stored = run(child).extract().asString();

        replay("\"weights\": {}").body("items", empty());
        replay("\"weights\": {\"minutesPerWaitingDay\": 0, \"minutesOffIfFollowed\": 0}")
                .body("regions.find { it.region == '52' }.runs", greaterThanOrEqualTo(REAL));
        replay("\"removed\": [{\"hub\": \"%s\", \"therapy\": \"ONA-IV\"}], \"limit\": 200".formatted(NANTES))
                .body("items.before.hub.id", hasItem(NANTES))
                .body("items.after.hub.id", not(hasItem(NANTES)));

        assertEquals(stored, run(child).extract().asString());
    }

    /** Of a whole year and all therapies together; two children are as nobody, and three that were declined are not told. */
    @Test
    void whatIsPublishedNamesNobodyAndTellsNoSmallNumber() {
        var extract = RunningSystem.hubs() + "/v1/patterns/extract?year=" + yearBeforeLast();
        var nantes = "rows.find { it.hub.id == '" + NANTES + "' && it.band == '%s' }.";

        var json = Caller.coordinator()
                .get(extract)
                .statusCode(200)
                .body("year", equalTo(yearBeforeLast()))
                .body("cannotTell.fr", containsString("thérapie"))
                .body("rows.hub.id", not(hasItem(LYON)))
                .body(nantes.formatted("ALL") + "asked", equalTo(65))
                .body(nantes.formatted("FAR") + "declined", nullValue())
                .body(nantes.formatted("FAR") + "accepted", nullValue())
                .body(not(containsString("ONA-IV")))
                .extract()
                .asString();
        var csv = Caller.coordinator()
                .get(extract, "text/csv")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertFalse(csv.contains("ONA-IV"));
        assertFalse(csv.contains(LYON));
        assertEquals(json, Caller.coordinator().get(extract).extract().asString());
        Caller.hub(NANTES).get(extract).statusCode(403);
        Caller.hospital(RENNES).get(extract).statusCode(401);
    }

    private static ReferredChild nearNantes() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("44").seeking("ONA-IV"))
                .until("OFFERED");
        assertEquals(NANTES, child.hub());
        return child;
    }

    private static ValidatableResponse run(ReferredChild child) {
        return Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/placements/" + child.id())
                .statusCode(200);
    }

    /** Every hub of the run in its order, with what the way and all terms together come to. */
    private static List<String> rankedHubs(ReferredChild child) {
        return run(child)
                .extract()
                .jsonPath()
                .getList(
                        "matchRuns[0].ranked.collect { it.hub.id + ' ' + it.terms.travelMinutes + ' ' + it.terms.cost }");
    }

    private static ValidatableResponse patterns(String query) {
        return Caller.coordinator()
                .get(RunningSystem.hubs() + "/v1/patterns?therapy=ONA-IV" + query)
                .statusCode(200);
    }

    private static ValidatableResponse replay(String supposed) {
        return Caller.coordinator()
                .post(
                        RunningSystem.hubs() + "/v1/match-runs/replay",
                        "{\"from\": \"%s\", \"to\": \"%s\", %s}"
                                .formatted(Sample.today(), Sample.today().plusDays(1), supposed))
                .statusCode(200);
    }
}
