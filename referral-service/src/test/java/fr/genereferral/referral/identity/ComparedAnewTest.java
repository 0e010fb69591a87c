package fr.genereferral.referral.identity;

import static fr.genereferral.referral.Patience.await;
import static fr.genereferral.referral.identity.Newborn.because;
import static fr.genereferral.referral.identity.Newborn.correct;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Lookalikes;
import fr.genereferral.referral.Lookalikes.CorrectedMeanwhile;
import fr.genereferral.referral.Lookalikes.Found;
import fr.genereferral.referral.Lookalikes.Kept;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.duplicate.LookingForDuplicates;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose identity was corrected is compared with others once more. The clock is off in tests: each looks when it wants to. */
@ServiceTest
class ComparedAnewTest {
    private static final Access PLATFORM =
            new Access(Actor.platform("test"), Rights.platform(), "COMPARE_IDENTITY", null);

    @Inject
    LookingForDuplicates looking;

    @Inject
    Lookalikes lookalikes;

    /** Nobody else in any test is called so. */
    private final String family = "Lé" + letters();

    private final String name = "Maë" + letters();

    @BeforeEach
    void leavesOutWhoWasSentBefore() throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("update referral set compared = true where not compared");
        }
    }

    @Test
    void isFoundByTheNameThatItWasGiven() throws Throwable {
        sent(Tokens.NANTES, family, name);
        var newborn = sent(Tokens.ANGERS, "Autre" + letters(), "Prénom" + letters());
        look();
        assertState(newborn, "ASSESSING");
        var before = marks(newborn);

        name(newborn, family, name);
        assertEquals(List.of(), marks(newborn));
        look();

        assertState(newborn, "DUPLICATE_REVIEW");
        assertNotEquals(before, marks(newborn));
    }

    /** They were compared before, and were two. */
    @Test
    void isComparedAgainWithWhomItWasComparedBefore() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, "Constance" + letters());
        look();
        assertEquals(List.of("DIFFERENT"), outcomes(first, second));

        name(second, family, name);
        look();

        assertEquals(List.of("DIFFERENT of the past", "PROBABLE"), outcomes(first, second));
        assertState(second, "DUPLICATE_REVIEW");
    }

    /** The slip made one child of two: nobody is asked about them any more. */
    @Test
    void isNoPairAnyMoreWhenTheSlipIsMended() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        look();
        assertState(second, "DUPLICATE_REVIEW");

        name(second, family, "Constance" + letters());
        look();

        assertEquals(List.of("DIFFERENT", "PROBABLE of the past"), outcomes(first, second));
        second.as(Tokens.coordinator(), "/actions")
                .body("items.findAll { it.action == 'MERGE_DUPLICATE' }.size()", equalTo(0));
        assertState(second, "ASSESSING");
    }

    /** No list would show the coordinator whom it waits for. */
    @Test
    void letsGoOnWhoWasHeldForTheOneThatIsPutRight() throws Throwable {
        var first = sent(Tokens.ANGERS, family, name);
        var second = sent(Tokens.NANTES, family, name);
        look();
        assertState(second, "DUPLICATE_REVIEW");

        name(first, family, "Constance" + letters());
        look();

        assertState(second, "ASSESSING");
    }

    /** The instance that compared them was stopped before it let anybody go. */
    @Test
    void letsGoOnWhoWasHeldThoughWhoComparedThemIsGone() throws Throwable {
        var first = sent(Tokens.ANGERS, family, name);
        var second = sent(Tokens.NANTES, family, name);
        look();
        name(first, family, "Constance" + letters());
        keep(first, second, "DIFFERENT");
        assertState(second, "DUPLICATE_REVIEW");

        look();

        assertState(second, "ASSESSING");
    }

    /** It may be the one for whom they are held by now: what was found of the two was not kept. */
    @Test
    void holdsOnWhomSomebodyElseIsStillToBeComparedWith() throws Throwable {
        var first = sent(Tokens.ANGERS, family, name);
        var second = sent(Tokens.NANTES, family, name);
        look();
        name(first, family, "Constance" + letters());
        keep(first, second, "DIFFERENT");
        var third = sent(Tokens.RENNES, family, name);
        var marks = select("select mark as kept from likeness_mark where referral_id = ?", second);
        on(lookalikes.mark(id(third), read(third).get(id(third)), Set.copyOf(marks)));
        doesNotOpen(third);

        look();

        assertState(second, "DUPLICATE_REVIEW");
    }

    private static void doesNotOpen(Journey journey) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update identity_field set sealed = '\\x00' where referral_id = '" + journey.id() + "'");
        }
    }

    @Test
    void holdsOnWhomSomebodyElseIsTakenForStill() throws Throwable {
        sent(Tokens.RENNES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        var third = sent(Tokens.NANTES, family, name);
        look();
        assertState(third, "DUPLICATE_REVIEW");

        name(second, family, "Constance" + letters());
        look();

        assertState(second, "ASSESSING");
        assertState(third, "DUPLICATE_REVIEW");
    }

    @Test
    void asksNobodyAgainWhoHasSaidThatTheyAreTwo() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        look();
        second.move(Tokens.coordinator(), "duplicate-review", "{\"decision\": \"NOT_THE_SAME\"}")
                .statusCode(200);

        name(second, family, name, "Rose");
        look();

        assertEquals(List.of("PROBABLE"), outcomes(first, second));
        assertState(second, "ASSESSING");
    }

    /** Two have become one, and of that one somebody has said that the third is another child: no list would show it held again. */
    @Test
    void isNotHeldForOneThatLivesOnInAnotherOfWhomSomebodyHasSpoken() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.RENNES, family, name);
        look();
        second.move(
                        Tokens.coordinator(),
                        "merge",
                        "{\"other\": \"" + first.id() + "\", \"reason\": \"HOSPITALS_AGREE\"}")
                .statusCode(200);
        var third = sent(Tokens.ANGERS, family, name);
        look();
        assertState(third, "DUPLICATE_REVIEW");
        third.move(Tokens.coordinator(), "duplicate-review", "{\"decision\": \"NOT_THE_SAME\"}")
                .statusCode(200);

        name(third, family, name, "Rose");
        look();

        assertState(third, "ASSESSING");
    }

    /** Both of a pair were read before one of the two was corrected, and are kept afterwards: by another replica, say. */
    @Test
    void keepsNothingOfWhatWasReadBefore() throws Throwable {
        var first = sent(Tokens.NANTES, family, name);
        var second = sent(Tokens.ANGERS, family, name);
        var read = read(first, second);
        var found = List.of(new Found(id(second), "PROBABLE", 20, "{}"));

        name(second, family, "Constance" + letters());

        assertThrows(
                CorrectedMeanwhile.class,
                () -> on(lookalikes.mark(id(second), read.get(id(second)), Set.of("a mark"))));
        assertThrows(CorrectedMeanwhile.class, () -> on(lookalikes.compared(id(first), found, read, PLATFORM)));
        assertEquals(List.of(), marks(second));
        assertEquals(List.of(), outcomes(first, second));
        assertEquals(2, look());
        assertEquals(List.of("DIFFERENT"), outcomes(first, second));
    }

    /** The slip is mended after the other one was read, and before anything was kept of the two. */
    @Test
    void isLookedAtAgainAtOnceWhereTheOtherIsCorrectedMeanwhile() throws Throwable {
        var first = sent(Tokens.ANGERS, family, name);
        look();
        var second = sent(Tokens.NANTES, family, name);
        CompletableFuture<Integer> looked;
        try (var rows = Rows.asSuperuser("referral")) {
            // It can be read and marked so, and not held: what is found has to wait before it is kept.
            rows.run("begin");
            rows.select("select 1 from referral where id = ? for key share", id(second));
            looked = CompletableFuture.supplyAsync(this::lookedOnce);
            await().untilAsserted(() -> assertEquals("1", waitingForALock()));

            name(first, family, "Constance" + letters());

            rows.run("rollback");
        }

        assertEquals(0, looked.get());
        assertEquals(2, look());
        assertEquals(List.of("DIFFERENT"), outcomes(first, second));
    }

    private Map<UUID, Integer> read(Journey... journeys) throws Throwable {
        var ids = List.of(journeys).stream().map(ComparedAnewTest::id).toList();
        return on(lookalikes.kept(ids)).stream().collect(Collectors.toMap(Kept::id, Kept::version));
    }

    private void keep(Journey lookedAt, Journey other, String outcome) throws Throwable {
        var found = List.of(new Found(id(other), outcome, 20, "{}"));
        on(lookalikes.compared(id(lookedAt), found, read(lookedAt, other), PLATFORM));
    }

    private int lookedOnce() {
        try {
            return VertxContextSupport.subscribeAndAwait(looking::look);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String waitingForALock() throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows.select("select count(*) as n from pg_stat_activity"
                            + " where datname = 'referral' and usename = 'referral' and wait_event_type = 'Lock'")
                    .get(0)
                    .get("n");
        }
    }

    private static UUID id(Journey journey) {
        return UUID.fromString(journey.id());
    }

    private static <T> T on(Uni<T> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> work);
    }

    private static void name(Journey journey, String family, String... given) throws SQLException {
        var identity = new ObjectMapper()
                .createObjectNode()
                .put("identityStatus", "VALI")
                .put("familyName", family);
        var names = identity.putArray("givenNames");
        List.of(given).forEach(names::add);
        correct(Tokens.hospital(Tokens.ANGERS), journey.id(), "*", because("NAME_GIVEN_AFTER_BIRTH", identity))
                .statusCode(200);
    }

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

    private static List<String> marks(Journey journey) throws SQLException {
        return select("select likeness_mark::text as kept from likeness_mark where referral_id = ?", journey);
    }

    private static List<String> outcomes(Journey one, Journey other) throws SQLException {
        return select(
                "select outcome || case when outdated_at is null then '' else ' of the past' end as kept from comparison"
                        + " where ? in (looked_at, other) and ? in (looked_at, other) order by 1",
                one,
                other);
    }

    private static List<String> select(String sql, Journey... journeys) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            var ids = List.of(journeys).stream()
                    .map(one -> UUID.fromString(one.id()))
                    .toArray();
            return rows.select(sql, ids).stream()
                    .map(row -> row.get("kept"))
                    .sorted()
                    .toList();
        }
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
