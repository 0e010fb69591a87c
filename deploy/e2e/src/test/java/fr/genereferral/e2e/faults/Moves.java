package fr.genereferral.e2e.faults;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.Sample;
import io.restassured.response.ValidatableResponse;
import java.util.Set;

/** What a hospital and the coordinator say of a child that waits for facts, one thing after the other, each until it is answered. */
record Moves(ReferredChild child, Caller hospital, Caller coordinator, Insistence insistence) {
    private static final Set<Integer> DONE = Set.of(200, 201, 202);

    /** Said of the child in this order. */
    void all() {
        insistence.on(key -> hospital.post(child.url() + "/facts", weight(), key));
        insistence.on(key -> child.attaches(Report.saying("report of " + child.id())));
        var question = new AtomicQuestion();
        insistence.on(key -> question.read(coordinator.post(
                child.url() + "/questions", "{\"fact\": \"hearing-loss-degree\", \"text\": \"Entend-elle ?\"}", key)));
        insistence.on(key -> hospital.post(
                child.url() + "/questions/" + question.id() + "/answer", "{\"text\": \"Oui, bien.\"}", key));
        insistence.on(key -> hospital.put(
                child.url() + "/family-wishes",
                "*",
                "{\"declined\": [{\"hub\": \"130804297\", \"reason\": \"JOURNEY\"}]}"));
    }

    private static String weight() {
        return """
                {"facts": [{"code": "body-weight", "state": "present", "value": 6.1, "unit": "kg", "source": "clinician",
                            "date": "%s"}]}""".formatted(Sample.today());
    }

    /** The id of a question, from whichever answer says it. */
    private static final class AtomicQuestion {
        private volatile String id;

        ValidatableResponse read(ValidatableResponse answer) {
            if (DONE.contains(answer.extract().statusCode())) {
                id = answer.extract().path("id");
            }
            return answer;
        }

        String id() {
            return id;
        }
    }
}
