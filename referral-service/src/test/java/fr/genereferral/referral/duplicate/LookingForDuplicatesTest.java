package fr.genereferral.referral.duplicate;

import static fr.genereferral.referral.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Today;
import fr.genereferral.referral.Tokens;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Children whom two hospitals have written differently. The clock is off in tests: each looks when it wants to. */
@ServiceTest
class LookingForDuplicatesTest {
    @Inject
    LookingForDuplicates looking;

    /** Nobody else in any test is called so: neither first nor last name. */
    private final String family = "Lé" + letters() + "-Ö" + letters();

    private final String name = "Maë" + letters();

    /** Whom other tests have sent is none of this one's business, and all of them are called the same. */
    @BeforeEach
    void leavesOutWhoWasSentBefore() throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("update referral set compared = true where not compared");
        }
    }

    @Test
    void holdsTheLaterOfTwoAndLetsItGoOnOnce() throws Throwable {
        var first = sent(Tokens.NANTES, family, name, "Rose");
        var before = first.read().extract().asString();
        var second = sent(Tokens.ANGERS, inCapitals(family).replace("-Ö", " O"), inCapitals(name));

        look();

        assertState(second, "DUPLICATE_REVIEW");
        assertEquals(before, first.read().extract().asString());
        second.as(Tokens.coordinator(), "/timeline").body("items.what", contains("SUBMITTED", "DUPLICATE_SUSPECTED"));
        decide(second).statusCode(200).body("state", equalTo("ASSESSING"));
        assertEquals(0, look());
        assertState(second, "ASSESSING");
        second.as(Tokens.coordinator(), "/timeline").body("items.what", hasItem("DUPLICATE_RULED_OUT"));
    }

    @Test
    void saysNothingToTheHospitalWhoseReferralIsHeld() throws Throwable {
        sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);

        look();

        assertState(second, "DUPLICATE_REVIEW");
        second.read().body("state", equalTo("ASSESSING"));
        second.get("/timeline").body("items.what", contains("SUBMITTED"));
        second.as(Tokens.hospital(Tokens.NANTES), "").statusCode(404);
    }

    /** It sees what any referral shows while it is judged anew: what it has read, and no day. */
    @Test
    void showsTheHospitalWhatItHasReadAndNoMore() throws Throwable {
        sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        second.hearDeferred(Today.inParis().plusDays(9), 1).until("DEFERRED");
        List<Object> verdicts = second.read().extract().path("verdicts");

        look();

        assertState(second, "DUPLICATE_REVIEW");
        second.read()
                .body("state", equalTo("ASSESSING"))
                .body("deferredUntil", nullValue())
                .body("verdicts", equalTo(verdicts));
        second.get("/assessments").body("items", hasSize(1));

        second.hearVerdict("NOT_ELIGIBLE", 2, 1, "RULES");
        await().untilAsserted(
                        () -> second.as(Tokens.coordinator(), "/assessments").body("items", hasSize(2)));
        second.get("/assessments").body("items", hasSize(1));
        second.read().body("verdicts", empty()).body("opensOn", nullValue());

        decide(second).statusCode(200);
        second.read().body("state", equalTo("NOT_ELIGIBLE"));
        second.get("/assessments").body("items", hasSize(2));
    }

    /** Under a master key that this replica does not have: another time it may, and nobody waits for it. */
    @Test
    void leavesAloneWhoseIdentityDoesNotOpenAndGoesOnWithTheOthers() throws Throwable {
        var unreadable = sent(Tokens.NANTES, "Autre" + letters(), "Prénom" + letters());
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("update referral_key set master_key_id = 'unknown' where referral_id = '" + unreadable.id() + "'");
        }

        assertEquals(2, look());

        assertState(second, "DUPLICATE_REVIEW");
        assertEquals(List.of("PROBABLE"), outcomes(first, second));
        assertEquals("f", compared(unreadable));
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + unreadable.id() + "'");
        }
    }

    private static String compared(Journey journey) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows.select("select compared from referral where id = ?", UUID.fromString(journey.id()))
                    .get(0)
                    .get("compared");
        }
    }

    /** Below a policy only what is leakproof may use an index. */
    @Test
    void findsMarksByTheirIndex() throws SQLException {
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run("set enable_seqscan = off");

            var plan = service.select("explain select referral_id from likeness_mark where mark = any('{a,b}')");

            assertTrue(plan.toString().contains("Index Cond: (mark = ANY"), plan::toString);
        }
    }

    /** It is found all the same, for when they are asked about by a person. */
    @Test
    void takesNoHubFromAChild() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        second.hearEligible();
        await().untilAsserted(() -> second.read().body("state", equalTo("ROUTING")));

        look();

        assertState(second, "ROUTING");
        assertEquals(List.of("PROBABLE"), outcomes(first, second));
    }

    /** It could not be looked at when it came, and its hospital has stopped it meanwhile. */
    @Test
    void holdsNobodyForOneThatHasEnded() throws Throwable {
        var ended = sent(Tokens.NANTES, family, name);
        setCompared(ended, true);
        var second = sent(Tokens.ANGERS, family, name);
        look();
        ended.withdraw().statusCode(200);
        setCompared(ended, false);

        assertEquals(1, look());

        assertState(second, "ASSESSING");
        assertEquals(List.of(), outcomes(ended, second));
    }

    /** It was looked at late: one that came after it lives on in one that came before. */
    @Test
    void holdsTheOneThatCameAfterWhatTheOtherLivesOnIn() throws Throwable {
        var living = sent(Tokens.NANTES, "Autre" + letters(), "Prénom" + letters());
        var second = sent(Tokens.ANGERS, family, name);
        setCompared(second, true);
        var merged = sent(Tokens.RENNES, family, name);
        look();
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("insert into comparison values ('%s', '%s', now(), 'PROBABLE', 20, '{}')"
                    .formatted(merged.id(), living.id()));
        }
        SameChild.merge(merged, living).statusCode(200).body("survivor", equalTo(living.id()));
        setCompared(second, false);

        look();

        assertState(second, "DUPLICATE_REVIEW");
        assertState(living, "ASSESSING");
        assertEquals(List.of("PROBABLE"), outcomes(second, merged));
    }

    private static void setCompared(Journey journey, boolean compared) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("update referral set compared = " + compared + " where id = '" + journey.id() + "'");
        }
    }

    @Test
    void comparesTwinsAndHoldsNeither() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var twin = sent(Tokens.NANTES, family, "Constance" + letters());

        look();

        assertState(twin, "ASSESSING");
        assertEquals(List.of("DIFFERENT"), outcomes(first, twin));
    }

    @Test
    void keepsWhatAgreesAndNothingThatCouldBeRead() throws Throwable {
        sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);

        look();

        try (var rows = Rows.asOwner().seeingAs("platform")) {
            var kept = rows.select(
                    "select agreements from comparison where ? in (looked_at, other)", UUID.fromString(second.id()));
            assertEquals(1, kept.size());
            assertTrue(kept.get(0).get("agreements").contains("\"FAMILY_NAME\":\"SAME\""), kept::toString);
            var marks =
                    rows.select("select mark from likeness_mark where referral_id = ?", UUID.fromString(second.id()));
            assertFalse(marks.toString().contains(inCapitals(name)), "a name stands in a mark");
            var audited = rows.select(
                    "select count(*) as n from audit where referral_id = ? and action = 'COMPARE_IDENTITY'",
                    UUID.fromString(second.id()));
            assertEquals(List.of(Map.of("n", "1")), audited);
        }
    }

    @Test
    void showsComparisonsToTheNationAndMarksToNobody() throws Throwable {
        sent(Tokens.NANTES, family, name);
        sent(Tokens.ANGERS, family, name);
        look();

        for (var reader : List.of(Tokens.NANTES, Tokens.ANGERS, "national")) {
            try (var service = Rows.asService().seeingAs(reader)) {
                assertEquals(List.of(), service.select("select 1 from likeness_mark limit 1"), reader);
                assertEquals(
                        reader.equals("national") ? 1 : 0,
                        service.select("select 1 from comparison limit 1").size(),
                        reader);
            }
        }
    }

    @Test
    void comparesNobodyWhoseIdentityWasErased() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + second.id() + "'");
        }

        look();

        assertState(second, "ASSESSING");
        assertEquals(List.of(), outcomes(first, second));
        assertEquals(0, look());
    }

    @Test
    void comparesTwoOnceWhenSeveralLookAtTheSameInstant() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);

        Stream.generate(() -> CompletableFuture.runAsync(this::lookOnce))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        look();

        assertEquals(List.of("PROBABLE"), outcomes(first, second));
        second.as(Tokens.coordinator(), "/timeline").body("items.what", contains("SUBMITTED", "DUPLICATE_SUSPECTED"));
        first.as(Tokens.coordinator(), "/timeline").body("items.what", contains("SUBMITTED"));
    }

    /** The statements of the migration, run over a table that hides the real one. */
    @Test
    void comparesAfterAnUpgradeWhatWasBeingWrittenAndNotWhatWasSent() throws Exception {
        var migration = resource("/db/migration/V24__lookalikes.sql");
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("create temporary table referral (id uuid primary key, clock_started_at timestamptz)");
            rows.run("insert into referral values (gen_random_uuid(), null), (gen_random_uuid(), now())");

            rows.run(migration.substring(migration.indexOf("alter table referral add column compared")));

            rows.run("insert into referral values (gen_random_uuid(), now())");
            assertEquals(
                    List.of("false draft", "false sent", "true sent"),
                    rows
                            .select(
                                    "select compared || case when clock_started_at is null then ' draft' else ' sent' end"
                                            + " as kept from pg_temp.referral order by 1")
                            .stream()
                            .map(row -> row.get("kept"))
                            .toList());
        }
    }

    private static String resource(String path) throws IOException {
        try (var in = LookingForDuplicatesTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void lookOnce() {
        try {
            VertxContextSupport.subscribeAndAwait(looking::look);
        } catch (Throwable e) {
            throw new IllegalStateException("nobody could look", e);
        }
    }

    /** @return how many were looked at in all */
    private int look() throws Throwable {
        var all = 0;
        for (int some; (some = VertxContextSupport.subscribeAndAwait(looking::look)) > 0; ) {
            all += some;
        }
        return all;
    }

    private static void assertState(Journey journey, String state) {
        journey.as(Tokens.coordinator(), "").body("state", equalTo(state));
    }

    private static List<String> outcomes(Journey one, Journey other) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows
                    .select(
                            "select outcome from comparison where ? in (looked_at, other) and ? in (looked_at, other)",
                            UUID.fromString(one.id()),
                            UUID.fromString(other.id()))
                    .stream()
                    .map(row -> row.get("outcome"))
                    .toList();
        }
    }

    private static ValidatableResponse decide(Journey journey) {
        return given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("application/json")
                .body("{\"decision\": \"NOT_THE_SAME\"}")
                .post("/v1/referrals/" + journey.id() + "/duplicate-review")
                .then();
    }

    private static Journey sent(String hospital, String family, String... given) {
        var body = Bodies.complete();
        ((ObjectNode) body.get("dossier")).put("sex", "female").remove("genetics");
        var identity = (ObjectNode) body.get("identity");
        // All are born on one day: with a place they would have a mark in common with whom every other test has sent.
        identity.put("familyName", family).remove("birthPlace");
        var names = identity.putArray("givenNames");
        List.of(given).forEach(names::add);
        return Journey.sent(hospital, body);
    }

    private static String inCapitals(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(16)
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
                .collect(Collectors.joining());
    }
}
