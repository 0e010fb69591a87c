package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.expiry.Clockwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Searches that go on side by side. What was said about all of them is read at once: the outbox is a ledger without an index by
 * referral, and each question reads the whole of it.
 */
public record Searches(List<Search> all) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAID =
            "select aggregateid, type, payload from outbox where aggregateid = any(?) order by sequence, id";

    /** One event. */
    public record Said(String type, JsonNode event) {}

    /** For so many children of this département; a hub is asked about each of them. */
    public static Searches asked(String departement, int number) throws Exception {
        // What one publishes waits for the broker: the others wait at the same time.
        var searches = new Searches(Clockwork.atOnce(Stream.<Callable<Search>>generate(() -> () -> begun(departement))
                .limit(number)
                .toList()));
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> searches.types()
                .forEach(types -> assertEquals(List.of("OfferMade.v1"), types)));
        return searches;
    }

    private static Search begun(String departement) {
        var search = Search.in(departement);
        search.route(1);
        return search;
    }

    /** The types of all events so far, in order; by search, as these stand. */
    public List<List<String>> types() {
        return said().stream()
                .map(said -> said.stream().map(Said::type).toList())
                .toList();
    }

    /** The offer that each has last made. */
    public List<String> offers() {
        return lastMade("/offerId");
    }

    /** The hub that each has last asked. */
    public List<String> hubs() {
        return lastMade("/hub/id");
    }

    private List<String> lastMade(String pointer) {
        return said().stream()
                .map(said -> said.stream()
                        .filter(one -> one.type().equals("OfferMade.v1"))
                        .reduce((before, after) -> after)
                        .orElseThrow()
                        .event()
                        .at(pointer)
                        .asText())
                .toList();
    }

    private List<List<Said>> said() {
        var byReferral = PlatformSession.of(session -> {
            try (var statement = session.prepareStatement(SAID)) {
                var referrals = all.stream().map(Search::referral).toArray();
                statement.setArray(1, session.createArrayOf("text", referrals));
                var found = new HashMap<String, List<Said>>();
                var rows = statement.executeQuery();
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), referral -> new ArrayList<>())
                            .add(new Said(rows.getString(2), JSON.readTree(rows.getString(3))));
                }
                return found;
            }
        });
        return all.stream()
                .map(search -> byReferral.getOrDefault(search.referral(), List.of()))
                .toList();
    }
}
