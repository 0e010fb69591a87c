package fr.genereferral.eligibility.assessment;

import static fr.genereferral.eligibility.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Today;
import fr.genereferral.eligibility.Topics;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What time changes by itself is judged again for the day on which it changes, and told. */
@ServiceTest
class DueDayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = Today.inParis();

    private final UUID referral = UUID.randomUUID();

    @Inject
    DueDay due;

    @Test
    void aWeightThatHasGoneStaleIsJudgedAgainForTheDayAfterItsLast() throws Throwable {
        var weighed = TODAY.minusDays(20);
        send(weighedOn(weighed), weighed);

        run();

        var stale = weighed.plusDays(15);
        assertEquals(List.of(weighed.toString(), stale.toString()), days());
        assertEquals(List.of("SUBMITTED", "TIME"), read("cause"));
        var told = JSON.readTree(events().get(1));
        assertEquals("TIME", told.get("cause").asText());
        assertEquals(stale.toString(), told.at("/assessment/evaluationDate").asText());
        assertEquals(2, told.get("sequence").asInt());
    }

    @Test
    void aDayThatHasNotComeChangesNothing() throws Throwable {
        send(weighedOn(TODAY), TODAY);

        run();

        assertEquals(List.of(TODAY.toString()), days());
        assertEquals(
                List.of(TODAY.plusDays(15).toString()),
                Books.read("select due_on::text from held_dossier where referral_id = '" + referral + "'"));
    }

    @Test
    void twoInstancesAtTheSameInstantJudgeItOnce() throws Throwable {
        var weighed = TODAY.minusDays(20);
        send(weighedOn(weighed), weighed);

        var both = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> one = () -> {
                try {
                    run();
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
                return null;
            };
            for (var done : both.invokeAll(List.of(one, one))) {
                done.get();
            }
        } finally {
            both.shutdown();
        }

        assertEquals(2, days().size());
        assertEquals(2, events().size());
    }

    @Test
    void aReferralThatHasEndedIsNotJudgedAgain() throws Throwable {
        var weighed = TODAY.minusDays(20);
        send(weighedOn(weighed), weighed);
        var closed = JSON.createObjectNode()
                .put("referralId", referral.toString())
                .put("sequence", 2)
                .put("state", "CANCELLED")
                .put("reason", "FAMILY_DECISION");
        Topics.publish("referral.events", referral.toString(), "ReferralClosed.v1", 2, closed.toString());
        await().untilAsserted(() -> assertEquals(List.of(), held()));

        run();

        assertEquals(List.of(weighed.toString()), days());
    }

    /** It had lived on in another one, and the two are of two children after all: both may come in one breath. */
    @Test
    void aReferralThatGoesOnAfterItsEndIsHeldAgain() {
        var weighed = TODAY.minusDays(20);
        var event = weighedOn(weighed);
        send(event, weighed);
        var closed = JSON.createObjectNode()
                .put("referralId", referral.toString())
                .put("sequence", 2)
                .put("state", "MERGED")
                .put("reason", "SAME_CHILD");
        var changed = JSON.createObjectNode()
                .put("referralId", referral.toString())
                .put("sequence", 3)
                .put("state", "ASSESSING")
                .put("changedAt", weighed + "T12:00:00Z")
                .put("dossierVersion", 2);
        changed.set("therapiesSought", event.get("therapiesSought"));
        changed.set("dossier", event.get("dossier"));

        Topics.publish("referral.events", referral.toString(), "ReferralClosed.v1", 2, closed.toString());
        Topics.publish("referral.events", referral.toString(), "DossierChanged.v1", 3, changed.toString());

        await().untilAsserted(() -> assertEquals(List.of("SUBMITTED", "FACTS"), read("cause")));
        assertEquals(List.of("held"), held());
    }

    @Test
    void oneThatCannotBeJudgedIsTriedAgainTomorrowAndKeepsNobodyWaiting() throws Throwable {
        var weighed = TODAY.minusDays(20);
        send(weighedOn(weighed), weighed);
        Books.read("update held_dossier set document = '{}', due_on = '2020-01-01' where referral_id = '" + referral
                + "'");

        var before = Today.inParis();
        run();

        assertEquals(List.of(weighed.toString()), days());
        var nextTry = LocalDate.parse(
                Books.read("select due_on::text from held_dossier where referral_id = '" + referral + "'")
                        .get(0));
        assertTrue(Today.since(before, nextTry.minusDays(1)), nextTry::toString);
    }

    private void run() throws Throwable {
        VertxContextSupport.subscribeAndAwait(due::hasCome);
    }

    private ObjectNode weighedOn(LocalDate day) {
        var event = Samples.submitted(referral);
        // Of an age that brings no other day with it, whenever this is built.
        ((ObjectNode) event.get("dossier")).put("birthDate", day.minusMonths(4).toString());
        for (JsonNode fact : event.at("/dossier/facts")) {
            ((ObjectNode) fact).put("date", day.toString());
        }
        return event;
    }

    /** Sent at noon of a day that may lie back. */
    private void send(ObjectNode event, LocalDate day) {
        var noon = day.atTime(12, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
        Topics.publish("referral.events", referral.toString(), "ReferralSubmitted.v1", 1, noon, event.toString());
        await().untilAsserted(() -> assertEquals(1, days().size()));
    }

    private List<String> days() {
        return read("evaluation_date");
    }

    private List<String> read(String column) {
        return Books.read(
                "select " + column + "::text from assessment where referral_id = '" + referral + "' order by number");
    }

    private List<String> events() {
        return Books.read("select payload from outbox where aggregateid = '" + referral + "' order by sequence");
    }

    private List<String> held() {
        return Books.read("select 'held' from held_dossier where referral_id = '" + referral + "'");
    }
}
