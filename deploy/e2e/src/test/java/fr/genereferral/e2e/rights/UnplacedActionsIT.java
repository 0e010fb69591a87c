package fr.genereferral.e2e.rights;

import static fr.genereferral.e2e.rights.Moves.AT_A_QUESTION;
import static fr.genereferral.e2e.rights.Moves.AT_A_REFERRAL;
import static fr.genereferral.e2e.rights.Moves.IN_CHARGE;
import static fr.genereferral.e2e.rights.Unplaced.ANGERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Held;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where no hub has been asked, everybody's list is right: what is listed works, each at a child of its own in the very state;
 * everything else is refused and changes nothing.
 */
class UnplacedActionsIT {
    private static final String NATIONAL = "national";
    private static final List<String> STATES = List.of(
            "ASSESSING",
            "AWAITING_INFORMATION",
            "DEFERRED",
            "NOT_ELIGIBLE",
            "ROUTING",
            "DUPLICATE_REVIEW",
            "MERGED",
            "FOLLOWED",
            "ENTERED_IN_ERROR");

    /** Nothing of these is done by itself while whoever does it is held. */
    private static final Map<String, ServiceSettings> TRANSIENT =
            Map.of("ASSESSING", ServiceSettings.ELIGIBILITY, "ROUTING", ServiceSettings.HUB_DIRECTORY);

    /** Whose list has to have what, so that nothing passes because nothing is listed. */
    private static final Map<String, Set<String>> LISTED = Map.of(
            "ASSESSING", Set.of(ANGERS + " SETTLE_FACT", ANGERS + " READ_DOCUMENT", ANGERS + " WITHDRAW"),
            "AWAITING_INFORMATION", Set.of(ANGERS + " SETTLE_FACT", ANGERS + " ANSWER_QUESTION"),
            "DEFERRED", Set.of(ANGERS + " SETTLE_FACT", ANGERS + " CHANGE_WISHES"),
            "NOT_ELIGIBLE", Set.of(ANGERS + " SETTLE_FACT", ANGERS + " CHANGE_WISHES"),
            "ROUTING", Set.of(ANGERS + " SETTLE_FACT", ANGERS + " WITHDRAW"),
            "DUPLICATE_REVIEW", Set.of(NATIONAL + " DECIDE_DUPLICATE", NATIONAL + " MERGE_DUPLICATE"),
            "MERGED", Set.of(NATIONAL + " UNDO_MERGE"),
            "FOLLOWED", Set.of(ANGERS + " ADD_FACTS", NATIONAL + " READ"),
            "ENTERED_IN_ERROR", Set.of(ANGERS + " REMOVE_DOCUMENT"));

    private static final String BASE = "/v1/referrals/";
    private static final String A_HUB = "750100208";
    private static final Set<Integer> REFUSED = Set.of(403, 404, 409);
    private static final Random RANDOM = Seed.random("states without a hub");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody with a token. */
    private record Somebody(String role, String organisation) {
        String token() {
            return Badge.of(role, organisation);
        }
    }

    /** What somebody may do by his list. */
    private record Listed(Somebody who, String action) {}

    static Stream<String> states() {
        var all = new ArrayList<>(STATES);
        Collections.shuffle(all, RANDOM);
        return all.stream().limit(Scale.of(1, all.size()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void workWhenListedAndAreRefusedOtherwise(String state) {
        if (TRANSIENT.containsKey(state)) {
            Held.during(TRANSIENT.get(state), () -> everybodyTriesEverything(state));
        } else {
            everybodyTriesEverything(state);
        }
    }

    private static void everybodyTriesEverything(String state) {
        var unplaced = Unplaced.in(state);
        var before = unplaced.state();
        var listed = everybody().stream()
                .flatMap(who -> listed(unplaced, who).keySet().stream().map(action -> new Listed(who, action)))
                .toList();

        for (var who : everybody()) {
            refuseTheRest(unplaced, who);
        }

        assertEquals(before, unplaced.state(), "something that was refused has moved it");
        assertTrue(actions(listed).containsAll(LISTED.get(state)), listed::toString);
        Together.each(listed, one -> works(state, unplaced, one));
    }

    private static List<String> actions(List<Listed> listed) {
        return listed.stream()
                .map(one -> one.who().organisation() + " " + one.action())
                .toList();
    }

    /** Every role, and whoever has the same one elsewhere. */
    private static List<Somebody> everybody() {
        var all = new ArrayList<Somebody>();
        for (var hospital : List.of(ANGERS, Unplaced.RENNES, Scene.OTHER)) {
            all.add(new Somebody("referrer", hospital));
        }
        all.add(new Somebody("hub_clinician", A_HUB));
        all.add(new Somebody("hub_admin", A_HUB));
        for (var role : List.of("coordinator", "auditor", "rules_author", "rules_reviewer", "integrator")) {
            all.add(new Somebody(role, NATIONAL));
        }
        return all;
    }

    private static Map<String, JsonNode> listed(Unplaced unplaced, Somebody who) {
        var answer = Call.get(unplaced.url() + "/actions", who.token()).send();
        if (answer.status() != 200) {
            assertTrue(REFUSED.contains(answer.status()), answer::toString);
            return Map.of();
        }
        return Moves.items(answer.json().path("items"));
    }

    private static Map<String, String> all() {
        var all = new TreeMap<>(AT_A_REFERRAL);
        all.putAll(AT_A_QUESTION);
        all.putAll(IN_CHARGE);
        return all;
    }

    private static void refuseTheRest(Unplaced unplaced, Somebody who) {
        var listed = listed(unplaced, who).keySet();
        assertTrue(all().keySet().containsAll(listed), listed::toString);
        all().forEach((action, move) -> {
            if (!listed.contains(action)) {
                var words = move.split(" ", 2);
                var body = words[0].equals("GET") ? null : unplaced.body(words[1]);
                var status = Moves.call(words[0], unplaced.url() + unplaced.filled(words[1]), who.token(), body)
                        .send()
                        .status();
                assertTrue(REFUSED.contains(status), who + " " + action + " " + status);
            }
        });
    }

    /** By the list's own method, address and values. What only reads is read where nothing was changed. */
    private static boolean works(String state, Unplaced first, Listed one) {
        var reads = all().get(one.action()).startsWith("GET ");
        var unplaced = reads ? first : Unplaced.in(state);
        var item = listed(unplaced, one.who()).get(one.action());
        assertTrue(item != null, one + " is not listed of every child in this state");
        var move = all().get(one.action()).split(" ", 2);
        assertEquals(move[0], item.path("method").asText());
        assertEquals(
                BASE + unplaced.child().id() + unplaced.filled(move[1]),
                item.path("href").asText());

        var body = reads ? null : withNeeds(unplaced.body(move[1]), item.path("needs"));
        var url = RunningSystem.referrals() + item.path("href").asText();
        var answer = Moves.call(move[0], url, one.who().token(), body).send();
        assertEquals(2, answer.status() / 100, () -> one + " " + answer);
        return true;
    }

    /** Of each field the value that it has, where that is allowed, or the first that is. */
    private static String withNeeds(String body, JsonNode needs) {
        if (body == null || !body.startsWith("{")) {
            return body;
        }
        try {
            var filled = (ObjectNode) JSON.readTree(body);
            for (var need : needs.properties()) {
                var allowed = new TreeSet<String>();
                need.getValue().forEach(one -> allowed.add(one.asText()));
                if (!allowed.contains(filled.path(need.getKey()).asText())) {
                    filled.set(need.getKey(), value(need.getValue().get(0)));
                }
            }
            return filled.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers and truths are written as texts in the list. */
    private static JsonNode value(JsonNode text) throws IOException {
        return text.asText().matches("\\d{1,9}|true|false") ? JSON.readTree(text.asText()) : text;
    }
}
