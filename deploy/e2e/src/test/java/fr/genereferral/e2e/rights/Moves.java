package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What may be done with a referral, by the names that its list of actions has for it; and how each is tried. */
final class Moves {
    static final Map<String, String> AT_A_REFERRAL = Map.ofEntries(
            Map.entry("DECIDE_DUPLICATE", "POST /duplicate-review"),
            Map.entry("MERGE_DUPLICATE", "POST /merge"),
            Map.entry("UNDO_MERGE", "POST /merge-undoing"),
            Map.entry("READ", "GET "),
            Map.entry("READ_TIMELINE", "GET /timeline"),
            Map.entry("READ_ASSESSMENTS", "GET /assessments"),
            Map.entry("READ_AUDIT", "GET /audit"),
            Map.entry("EXPORT_AUDIT", "GET /audit/export"),
            Map.entry("READ_IDENTITY", "GET /identity"),
            Map.entry("READ_QUESTIONS", "GET /questions"),
            Map.entry("READ_FACTS", "GET /facts"),
            Map.entry("READ_MEETINGS", "GET /meetings"),
            Map.entry("READ_DOCUMENTS", "GET /documents"),
            Map.entry("READ_DOCUMENT", "GET /documents/{document}"),
            Map.entry("ATTACH_DOCUMENT", "POST /documents"),
            Map.entry("REMOVE_DOCUMENT", "POST /documents/{document}/removal"),
            Map.entry("ADD_FACTS", "POST /facts"),
            Map.entry("SETTLE_FACT", "POST /facts/{name}/settlement"),
            Map.entry("CHANGE_WISHES", "PUT /family-wishes"),
            Map.entry("CORRECT_IDENTITY", "PUT /identity"),
            Map.entry("EDIT_DRAFT", "PUT "),
            Map.entry("VALIDATE", "POST /validation"),
            Map.entry("SUBMIT", "POST /submission"),
            Map.entry("ASK_QUESTION", "POST /questions"),
            Map.entry("WITHDRAW", "POST /withdrawal"));
    static final Map<String, String> AT_A_QUESTION = Map.of(
            "ANSWER_QUESTION", "POST /questions/{question}/answer",
            "WRITE_MESSAGE", "POST /questions/{question}/messages",
            "TAKE_QUESTION_BACK", "POST /questions/{question}/withdrawal");
    static final Map<String, String> IN_CHARGE = Map.of(
            "RECORD_MEETING", "POST /meetings",
            "BEGIN_CARE", "POST /care",
            "REPORT_OUTCOME", "POST /outcome",
            "ANSWER_CANCELLATION", "POST /cancellation");

    private Moves() {}

    /** By name; of several of one name, the first. */
    static Map<String, JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .collect(Collectors.toMap(item -> item.path("action").asText(), item -> item, (one, other) -> one));
    }

    /** Reads first, stopping last: after a move less may be done. */
    static TreeSet<String> worked(Map<String, String> actions, String base, String token) {
        var inTurn = new ArrayList<>(actions.entrySet());
        inTurn.sort(Comparator.comparing(
                        (Map.Entry<String, String> action) -> action.getKey().equals("WITHDRAW"))
                .thenComparing(Map.Entry.comparingByValue()));
        var worked = new TreeSet<String>();
        for (var action : inTurn) {
            var words = List.of(action.getValue().split(" ", 2));
            var body = words.get(0).equals("GET") ? null : Stage.body(words.get(1));
            var status =
                    call(words.get(0), base + words.get(1), token, body).send().status();
            if (status / 100 == 2) {
                worked.add(action.getKey());
            } else {
                assertEquals(4, status / 100, action::toString);
            }
        }
        return worked;
    }

    /** With all that the method and the address ask for. */
    static Call call(String method, String url, String token, String body) {
        var call = Call.of(method, url, token, body)
                .typed()
                .with("Idempotency-Key", UUID.randomUUID().toString());
        return method.equals("PUT") ? call.with("If-Match", "*") : call;
    }
}
