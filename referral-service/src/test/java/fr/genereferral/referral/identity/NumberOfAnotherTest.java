package fr.genereferral.referral.identity;

import static fr.genereferral.referral.identity.Newborn.because;
import static fr.genereferral.referral.identity.Newborn.correct;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A child gets a number under which it is being referred already. */
@ServiceTest
class NumberOfAnotherTest {
    private final Newborn child = new Newborn();

    @Test
    void isRefusedToTheSameHospitalWithTheLink() throws SQLException {
        var first = numbered(Tokens.NANTES);
        var second = child.sentBy(Tokens.NANTES);

        child.qualify(second, Tokens.NANTES)
                .statusCode(409)
                .body("code", equalTo("DUPLICATE_REFERRAL"))
                .body("referral", equalTo("/v1/referrals/" + first.id()));

        second.read().body("version", equalTo(1));
        second.get("/identity").body("identityStatus", equalTo("PROV"));
        assertEquals(List.of(), Newborn.first(second));
        first.withdraw().statusCode(200);
        child.qualify(second, Tokens.NANTES).statusCode(200);
    }

    @Test
    void isRefusedToTheSameHospitalThatHasItUnderAnotherDayOfBirthOrSex() {
        numbered(Tokens.NANTES);
        for (var wrong : List.of("birthDate=2026-07-21", "sex=male")) {
            var body = child.body();
            ((ObjectNode) body.get("dossier")).put(wrong.split("=")[0], wrong.split("=")[1]);
            ((ObjectNode) body.at("/dossier/disease")).put("orpha", "ORPHA:35708");

            child.qualify(Journey.sent(Tokens.NANTES, body), Tokens.NANTES)
                    .statusCode(422)
                    .body("code", equalTo("IDENTITY_CONFLICT"));
        }
    }

    /** What it is told is what it would be told of a child whom nobody else has. */
    @Test
    void isHeldAndSaysNothingWhenAnotherHospitalHasIt() throws SQLException {
        var first = numbered(Tokens.NANTES);
        var before = first.read().extract().asString();
        var second = child.sentBy(Tokens.ANGERS);

        child.qualify(second, Tokens.ANGERS)
                .statusCode(200)
                .body("state", equalTo("ASSESSING"))
                .body("version", equalTo(2));

        second.get("/timeline")
                .body("items.what", contains("SUBMITTED", "IDENTITY_CORRECTED"))
                .body("items.state", contains("ASSESSING", "ASSESSING"))
                .body("items[1].text", equalTo("Identité corrigée (qualifiée par le téléservice INSi)."));
        second.get("/actions").body("items.action", hasItem("CORRECT_IDENTITY"));
        assertEquals(before, first.read().extract().asString());
        first.get("/timeline").body("items.what", contains("SUBMITTED"));
        second.as(Tokens.coordinator(), "").body("state", equalTo("DUPLICATE_REVIEW"));
        assertEquals(List.of("f"), Newborn.first(second));
        assertTrue(waits(first, second));
        second.move(Tokens.coordinator(), "duplicate-review", "{\"decision\": \"NOT_THE_SAME\"}")
                .statusCode(200)
                .body("state", equalTo("ASSESSING"));
    }

    @Test
    void isHeldWhenAnotherHospitalHasItUnderAnotherSex() {
        numbered(Tokens.NANTES);
        var body = child.body();
        ((ObjectNode) body.get("dossier")).put("sex", "male");
        ((ObjectNode) body.at("/dossier/disease")).put("orpha", "ORPHA:35708");
        var second = Journey.sent(Tokens.ANGERS, body);

        child.qualify(second, Tokens.ANGERS).statusCode(200).body("state", equalTo("ASSESSING"));

        second.as(Tokens.coordinator(), "").body("state", equalTo("DUPLICATE_REVIEW"));
    }

    /** The names alone had told two children: one number is news. */
    @Test
    void isAskedAboutAgainWhereTheNamesWereRuledOut() throws SQLException {
        var first = numbered(Tokens.NANTES);
        var second = child.sentBy(Tokens.ANGERS).offered();
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("insert into duplicate_decision (id, one, other, decision, by_number, since, at, actor, role)"
                    + " values (gen_random_uuid(), least('%1$s'::uuid, '%2$s'), greatest('%1$s'::uuid, '%2$s'),"
                            .formatted(first.id(), second.id())
                    + " 'NOT_THE_SAME', false, now(), now(), 'test', 'coordinator')");
        }

        child.qualify(second, Tokens.ANGERS).statusCode(200);

        assertTrue(waits(first, second));
        var ruledOut = "{\"decision\": \"NOT_THE_SAME\", \"other\": \"" + first.id() + "\"}";
        second.move(Tokens.coordinator(), "duplicate-review", ruledOut).statusCode(200);
        second.move(Tokens.coordinator(), "duplicate-review", ruledOut).statusCode(409);
    }

    @Test
    void takesNoHubFromTheChildAndIsInTheCoordinatorsList() throws SQLException {
        var first = numbered(Tokens.NANTES);
        var second = child.sentBy(Tokens.ANGERS).offered();

        child.qualify(second, Tokens.ANGERS).statusCode(200).body("state", equalTo("OFFERED"));

        second.as(Tokens.coordinator(), "").body("state", equalTo("OFFERED"));
        assertTrue(waits(first, second));
        assertEquals(List.of("f"), Newborn.first(second));
    }

    /** The one that has it goes on when its name is put right, whoever waits behind it. */
    @Test
    void holdsNobodyWhoseNumberStaysAsItIs() throws SQLException {
        var first = numbered(Tokens.NANTES);
        numbered(Tokens.ANGERS);
        var named = child.qualified().put("usedName", "AUTRE");

        correct(Tokens.hospital(Tokens.NANTES), first.id(), "*", because("TYPING_ERROR", named))
                .statusCode(200);

        first.as(Tokens.coordinator(), "").body("state", equalTo("ASSESSING")).body("version", equalTo(2));
        assertEquals(List.of("t"), Newborn.first(first));
    }

    @Test
    void isFreeAgainWhenItIsTakenBack() throws SQLException {
        var first = numbered(Tokens.NANTES);
        correct(Tokens.hospital(Tokens.NANTES), first.id(), "*", because("OTHER", child.named("VALI")))
                .statusCode(200);
        assertEquals(List.of(), Newborn.first(first));
        var second = child.sentBy(Tokens.ANGERS);

        child.qualify(second, Tokens.ANGERS).statusCode(200);

        second.as(Tokens.coordinator(), "").body("state", equalTo("ASSESSING"));
        assertEquals(List.of("t"), Newborn.first(second));
    }

    /** It lives on here: nobody is another one. */
    @Test
    void isTakenFromWhatLivesOnHereWithoutAWord() throws SQLException {
        for (var hospital : List.of(Tokens.NANTES, Tokens.ANGERS)) {
            var other = new Newborn();
            var survivor = other.sentBy(Tokens.NANTES);
            var joined = Journey.of(
                    Newborn.send(hospital, other.numbered())
                            .statusCode(201)
                            .extract()
                            .path("id"),
                    hospital);
            join(joined, survivor);

            other.qualify(survivor, Tokens.NANTES).statusCode(200);

            survivor.as(Tokens.coordinator(), "").body("state", equalTo("ASSESSING"));
            survivor.get("/identity").body("ins.value", equalTo(other.ins()));
            assertEquals(hospital.equals(Tokens.NANTES) ? List.of() : List.of("f"), Newborn.first(survivor));
            Newborn.send(Tokens.NANTES, other.numbered()).statusCode(409).body("code", equalTo("DUPLICATE_REFERRAL"));
        }
    }

    /** Another hospital that follows the child corrects its own. */
    @Test
    void isNotForWhoFollowsTheChild() throws SQLException {
        var survivor = child.sentBy(Tokens.NANTES);
        var joined = Journey.sent(Tokens.ANGERS, child.body());
        join(joined, survivor);
        var angers = Tokens.hospital(Tokens.ANGERS);

        child.qualify(survivor, Tokens.ANGERS).statusCode(403).body("code", equalTo("FORBIDDEN"));
        child.qualify(joined, Tokens.ANGERS).statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        survivor.as(angers, "/actions").body("items.action", not(hasItem("CORRECT_IDENTITY")));
        joined.as(angers, "/actions").body("items.action", not(hasItem("CORRECT_IDENTITY")));
    }

    @RepeatedTest(5)
    void hasOneWhoIsFirstWhenAnotherIsSentAtTheSameInstant() throws SQLException {
        var newborn = child.sentBy(Tokens.NANTES);

        var statuses = together(
                () -> child.qualify(newborn, Tokens.NANTES).extract().statusCode(),
                () -> Newborn.send(Tokens.ANGERS, child.numbered()).extract().statusCode());

        assertEquals(List.of(200, 201), statuses);
        assertEquals(List.of("f DUPLICATE_REVIEW", "t ASSESSING"), stored(newborn));
    }

    @RepeatedTest(5)
    void isOfOneReferralOfAHospitalWhenAnotherIsSentAtTheSameInstant() throws SQLException {
        var newborn = child.sentBy(Tokens.NANTES);

        var statuses = together(
                () -> child.qualify(newborn, Tokens.NANTES).extract().statusCode(),
                () -> Newborn.send(Tokens.NANTES, child.numbered()).extract().statusCode());

        assertTrue(List.of(List.of(200, 409), List.of(201, 409)).contains(statuses), statuses::toString);
    }

    @RepeatedTest(3)
    void goesToOneOfTwoWhoAreQualifiedAtTheSameInstant() throws SQLException {
        var one = child.sentBy(Tokens.NANTES);
        var other = child.sentBy(Tokens.NANTES);

        var statuses = together(
                () -> child.qualify(one, Tokens.NANTES).extract().statusCode(),
                () -> child.qualify(other, Tokens.NANTES).extract().statusCode());

        assertEquals(List.of(200, 409), statuses);
        assertEquals(1, Newborn.first(one).size() + Newborn.first(other).size());
    }

    private static List<Integer> together(Supplier<Integer> one, Supplier<Integer> other) {
        var first = CompletableFuture.supplyAsync(one);
        var second = CompletableFuture.supplyAsync(other);
        return Stream.of(first.join(), second.join()).sorted().toList();
    }

    /** Of all that have the number of this one. */
    private static List<String> stored(Journey journey) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows
                    .select(
                            "select c.is_first || ' ' || r.state as kept from open_case c join referral r on r.id = c.referral_id"
                                    + " where c.patient = (select patient from open_case where referral_id = '"
                                    + journey.id()
                                    + "') order by 1")
                    .stream()
                    .map(row -> row.get("kept").replaceFirst("^(.)[a-z]+", "$1"))
                    .toList();
        }
    }

    private Journey numbered(String hospital) {
        return Journey.sent(hospital, child.numbered());
    }

    /** A person has found, by a comparison, that both are of one child. */
    private static void join(Journey joined, Journey survivor) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("insert into comparison values ('%s', '%s', now(), 'PROBABLE', 20, '{}')"
                    .formatted(joined.id(), survivor.id()));
        }
        joined.move(
                        Tokens.coordinator(),
                        "merge",
                        "{\"other\": \"" + survivor.id() + "\", \"reason\": \"HOSPITALS_AGREE\"}")
                .statusCode(200)
                .body("survivor", equalTo(survivor.id()));
    }

    /** Whether the coordinator is asked about the two. */
    private static boolean waits(Journey one, Journey other) {
        List<String> others = other.as(Tokens.coordinator(), "/actions")
                .statusCode(200)
                .extract()
                .path("items.findAll { it.action == 'MERGE_DUPLICATE' }.needs.other.flatten()");
        return others.contains(one.id());
    }
}
