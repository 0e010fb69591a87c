package fr.genereferral.hubdirectory.capacity;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Yes, no, the end and the same again, in whatever order and at once: nothing but the database stands between them, so that
 * threads are what replicas are. The parameter is the seed.
 */
@ServiceTest
class SlotsUnderRacesTest {
    private static final boolean LONG = Boolean.getBoolean("e2e.long");
    private static final int CHILDREN = LONG ? 20 : 6;
    private static final int REPLICAS = 3;
    private static final Set<Integer> ANSWERS = Set.of(0, 200, 409);

    static LongStream seeds() {
        return LongStream.range(0, LONG ? 20 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverGivesMorePlacesThanWereToldNorOneTwice(long seed) throws Exception {
        var random = new Random(seed);
        var therapy = givenBy(NANTES);
        var slots = 1 + random.nextInt(2);
        declare(NANTES, therapy, slots).statusCode(201);
        var children = new ArrayList<Search>();
        for (var i = 0; i < CHILDREN; i++) {
            children.add(Search.in("35").forTherapy(therapy).routed("OfferMade"));
        }

        var answers = atOnce(steps(children, random));

        assertTrue(ANSWERS.containsAll(answers), answers::toString);
        await().untilAsserted(() -> assertEquals(List.of(), violations(therapy, slots)));
    }

    /** Each child is answered twice and ended twice, all shuffled. */
    private static List<Callable<Integer>> steps(List<Search> children, Random random) {
        var steps = new ArrayList<Callable<Integer>>();
        for (var child : children) {
            steps.add(() -> child.accept().extract().statusCode());
            steps.add(() -> child.accept().extract().statusCode());
            if (random.nextInt(3) == 0) {
                steps.add(() -> child.decline("NO_CAPACITY").extract().statusCode());
            }
            if (random.nextBoolean()) {
                var state = random.nextInt(4) == 0 ? "COMPLETED" : "CANCELLED";
                steps.add(() -> ended(child, state));
                steps.add(() -> ended(child, state));
            }
        }
        Collections.shuffle(steps, random);
        return steps;
    }

    private static int ended(Search child, String state) {
        var closed = ((ObjectNode) Search.example("ReferralClosed.v1"))
                .put("referralId", child.referral())
                .put("state", state);
        child.publish("ReferralClosed.v1", 3, closed);
        return 0;
    }

    private static List<Integer> atOnce(List<Callable<Integer>> steps) throws Exception {
        var replicas = Executors.newFixedThreadPool(REPLICAS);
        try {
            var answers = new ArrayList<Integer>();
            for (var answer : replicas.invokeAll(steps)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            replicas.shutdown();
        }
    }

    /** Over capacity, numbers that nobody told of, a yes that holds without a place, and a place that is held for nobody. */
    private static List<String> violations(String therapy, int slots) throws SQLException {
        return texts("""
                select 'week ' || week from slot where therapy = '%1$s' and freed_at is null
                group by week having count(*) > %2$d
                union all select 'number ' || number from slot where therapy = '%1$s' and number > %2$d
                union all select 'without ' || o.id from offer o join placement p using (referral_id)
                left join slot s on s.offer_id = o.id and s.freed_at is null
                where o.therapy = '%1$s' and o.state = 'ACCEPTED' and p.state = 'ACCEPTED' and s.offer_id is null
                union all select 'for nobody ' || s.offer_id from slot s join offer o on o.id = s.offer_id
                join placement p using (referral_id)
                where s.therapy = '%1$s' and (o.state <> 'ACCEPTED'
                or s.freed_at is not null and p.state <> 'CLOSED')
                """.formatted(therapy, slots));
    }

    private static List<String> texts(String query) throws SQLException {
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            var found = new ArrayList<String>();
            var rows = statement.executeQuery(query);
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
