package fr.genereferral.hubdirectory.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One wins, the other hears why not, and nothing is said twice. */
@ServiceTest
class AnswersAtTheSameInstantTest {

    @RepeatedTest(3)
    void letsOneOfTwoYesesWin() throws Exception {
        var search = Search.in("35").routed("OfferMade");

        var statuses = atOnce(
                () -> search.accept().extract().statusCode(),
                () -> search.accept().extract().statusCode());

        assertEquals(List.of(200, 409), statuses);
        assertEquals(List.of("OfferMade.v1", "OfferAccepted.v1"), search.said());
    }

    @RepeatedTest(3)
    void letsEitherYesOrNoWin() throws Exception {
        var search = Search.in("35").routed("OfferMade");
        var offer = search.offer();
        var hub = Tokens.hub(search.hub());

        var statuses = atOnce(
                () -> Search.post(hub, offer, "acceptance", "{}").extract().statusCode(),
                () -> Search.post(hub, offer, "declinal", "{\"reason\": \"OTHER\"}")
                        .extract()
                        .statusCode());

        assertEquals(List.of(200, 409), statuses);
        var answers = search.said().stream()
                .filter(type -> type.equals("OfferAccepted.v1") || type.equals("OfferDeclined.v1"))
                .count();
        assertEquals(1, answers);
    }

    @Test
    void decidesBetweenAYesAndACancellation() throws Exception {
        var search = Search.in("35").routed("OfferMade");

        var statuses = atOnce(() -> search.accept().extract().statusCode(), () -> {
            search.cancel();
            return 0;
        });

        search.until("OfferMade.v1", statuses.contains(200) ? "OfferAccepted.v1" : "OfferWithdrawn.v1");
        assertTrue(statuses.contains(200) || statuses.contains(409));
    }

    static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var first = pool.submit(() -> {
                start.await();
                return one.call();
            });
            var second = pool.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get()).stream().sorted().toList();
        } finally {
            pool.shutdown();
        }
    }
}
