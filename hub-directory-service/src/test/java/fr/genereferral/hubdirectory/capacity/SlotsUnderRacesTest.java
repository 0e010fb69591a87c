package fr.genereferral.hubdirectory.capacity;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.Patience.await;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.pause;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.texts;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.week;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.SiteZone;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Yes, no, giving back, the end and the same again, another number and a pause, in whatever order and at once. One instance answers
 * several threads: between these stands nothing but the database, as between replicas. The parameter is the seed.
 */
@Tag("crowds")
@ServiceTest
class SlotsUnderRacesTest {
    private static final boolean LONG = Boolean.getBoolean("e2e.long");
    private static final int CHILDREN = LONG ? 20 : 10;
    private static final int ENDED = CHILDREN / 5;
    private static final int COMPLETED = ENDED / 2;
    private static final int GIVEN_BACK = 3;
    private static final int MOST_A_WEEK = 2;
    private static final int THREADS = 3;
    private static final Set<String> ANSWERS = Set.of("", "NO_SLOT_LEFT", "OFFER_NO_LONGER_OPEN", "OFFER_NOT_ACCEPTED");

    static LongStream seeds() {
        return LongStream.range(0, LONG ? 20 : 1);
    }

    /** Two weeks are open, for four children at most and those who come after whoever is ended. */
    @ParameterizedTest
    @MethodSource("seeds")
    void neverGivesMorePlacesThanWereToldNorOneTwiceAndFreesWhatHasEnded(long seed) throws Exception {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        pause(NANTES, therapy, week(NANTES, 2).monday(), null).statusCode(201);
        var children = Stream.generate(() -> Search.in("35").forTherapy(therapy))
                .limit(CHILDREN)
                .toList();
        children.forEach(child -> child.route(1));
        children.forEach(child -> child.until("OfferMade.v1"));

        var answers = atOnce(steps(children, therapy, new Random(seed)));

        assertTrue(ANSWERS.containsAll(answers), answers::toString);
        assertTrue(answers.contains("NO_SLOT_LEFT"), answers::toString);
        await().untilAsserted(() -> assertEquals(List.of(), violations(therapy, children)));
    }

    /** Each child is answered twice, the first ones are ended twice, by two events, the last are given back; all shuffled. */
    private static List<Callable<String>> steps(List<Search> children, String therapy, Random random) {
        var steps = new ArrayList<Callable<String>>();
        for (var child : children) {
            steps.add(() -> code(child.accept()));
            steps.add(() -> code(child.accept()));
        }
        for (var child : children.subList(0, ENDED)) {
            steps.add(() -> ended(child, children.indexOf(child), 3));
            steps.add(() -> ended(child, children.indexOf(child), 4));
        }
        for (var child : children.subList(CHILDREN - GIVEN_BACK, CHILDREN)) {
            steps.add(() -> code(child.giveBack("NO_CAPACITY")));
            steps.add(() -> code(child.giveBack("OTHER")));
        }
        steps.add(() -> code(children.get(ENDED).decline("NO_CAPACITY")));
        steps.add(() -> code(declare(NANTES, therapy, MOST_A_WEEK)));
        steps.add(() -> code(declare(NANTES, therapy, 1)));
        steps.add(() -> code(
                pause(NANTES, therapy, week(NANTES, 1).monday(), week(NANTES, 2).monday())));
        Collections.shuffle(steps, random);
        return steps;
    }

    /** Empty when it was done. */
    private static String code(ValidatableResponse response) {
        var status = response.extract().statusCode();
        return status < 300 ? "" : response.extract().path("code");
    }

    private static String ended(Search child, int number, long sequence) {
        var closed = ((ObjectNode) Search.example("ReferralClosed.v1"))
                .put("referralId", child.referral())
                .put("state", number < COMPLETED ? "COMPLETED" : "CANCELLED");
        child.publish("ReferralClosed.v1", sequence, closed);
        return "";
    }

    private static List<String> atOnce(List<Callable<String>> steps) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(steps)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Over capacity, numbers that nobody told of, a yes that holds without a place, a place that is held for nobody or freed
     * too early, one that is kept though its referral has ended, and an end that is not heard twice yet.
     */
    private static List<String> violations(String therapy, List<Search> children) throws SQLException {
        return texts("""
                select 'week ' || week from slot where therapy = '%1$s' and freed_at is null
                group by week having count(*) > %2$d
                union all select 'number ' || number from slot where therapy = '%1$s' and number > %2$d
                union all select 'without ' || o.id from offer o join placement p using (referral_id)
                left join slot s on s.offer_id = o.id and s.freed_at is null
                where o.therapy = '%1$s' and o.state = 'ACCEPTED' and p.state = 'ACCEPTED' and s.offer_id is null
                union all select 'for nobody ' || s.offer_id from slot s join offer o on o.id = s.offer_id
                join placement p using (referral_id)
                where s.therapy = '%1$s' and (o.state <> 'ACCEPTED' and s.freed_at is null
                or s.freed_at is not null and o.state = 'ACCEPTED' and p.state <> 'CLOSED')
                union all select 'kept ' || s.offer_id from slot s join offer o on o.id = s.offer_id
                join placement p using (referral_id)
                where s.therapy = '%1$s' and p.state = 'CLOSED' and s.freed_at is null
                and not (cast(p.referral_id as text) in (%4$s) and s.week <= '%5$s')
                union all select 'unheard ' || referral_id from placement p
                where cast(referral_id as text) in (%3$s) and (p.state <> 'CLOSED' or not exists
                (select 1 from inbox_position i where i.key = cast(p.referral_id as text) and i.sequence >= 4))
                """.formatted(
                        therapy,
                        MOST_A_WEEK,
                        named(children.subList(0, ENDED)),
                        named(children.subList(0, COMPLETED)),
                        SiteZone.dayAt(NANTES, Instant.now())));
    }

    private static String named(List<Search> children) {
        return children.stream().map(child -> "'" + child.referral() + "'").collect(Collectors.joining(","));
    }
}
