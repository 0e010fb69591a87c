package fr.genereferral.e2e.anonymity;

import static fr.genereferral.e2e.anonymity.Course.COORDINATOR;

import com.fasterxml.jackson.databind.node.ArrayNode;
import fr.genereferral.e2e.rights.Stage;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Together;
import fr.genereferral.local.service.ServiceSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * What can be done only with a child who has come just so far: each such thing is done once, by whoever may. A new route that needs a
 * child of its own has its place here; {@link Everywhere} goes down all others by itself.
 */
final class Courses {
    private static final String HOSPITAL = "hospital-" + Errands.BASTIA;
    private static final String OTHER_HOSPITAL = "hospital-350007084";
    /** Nobody else sends these. */
    private static final int FIRST = 4_000;

    static final int BEYOND = 4_100;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String WORDS = "{\"text\": \"" + Mark.WORD.text() + " entend-elle ?\"}";
    private static final String FACT = "hearing-loss-degree";
    private static final String TWICE = """
            {"facts": [
              {"code": "hearing-loss-degree", "state": "present", "value": "severe", "date": "%1$s", "source": "clinician",
               "method": "%2$s"},
              {"code": "hearing-loss-degree", "state": "present", "value": "profound", "date": "%1$s", "source": "clinician"}]}
            """;

    private final IdentityPlatform platform;
    private final Client client;

    Courses(IdentityPlatform platform, Client client) {
        this.platform = platform;
        this.client = client;
    }

    /** @return what stands when all is done, by the names that addresses have for it */
    Map<String, String> go() {
        addressed();
        var apart = List.<Runnable>of(
                () -> draft(FIRST),
                () -> escalated(FIRST + 1),
                () -> twins(FIRST + 2),
                () -> merged(FIRST + 3),
                () -> reminded(FIRST + 4));
        Together.each(apart, course -> {
            course.run();
            return course;
        });
        var standing = wholeWay(FIRST + 5);
        lost(FIRST + 6);
        awaitLetter("/v1/offers/");
        return standing;
    }

    /** Every hub is written to from now on. */
    private void addressed() {
        var hubs = platform.url(ServiceSettings.HUB_DIRECTORY) + "/v1/hubs";
        var marked = new Marked(client, new Patient(BEYOND));
        for (var hub : marked.seen(COORDINATOR, hubs).path("items")) {
            marked.taken(
                    COORDINATOR,
                    "PATCH",
                    hubs + "/" + hub.path("id").asText(),
                    "{\"email\": \"therapies@hub.example\"}");
        }
    }

    private void awaitLetter(String word) {
        Awaitility.await().atMost(PATIENCE).until(() -> platform.letters().letters().stream()
                .anyMatch(letter -> joined(letter).contains(word)));
    }

    /** Without the ends of lines that the post puts into a word. */
    private static String joined(String letter) {
        return letter.replace("=\r\n", "");
    }

    private Course begun(int number) {
        var patient = new Patient(number);
        return begun(HOSPITAL, patient, patient.body().toString());
    }

    /** Than all the others: the hub that is asked has nobody else to be moved on, which takes its time for thousands. */
    private Course livingElsewhere(int number) {
        var patient = new Patient(number);
        var body = patient.body().toString();
        return begun(
                HOSPITAL, patient, body.replace("\"residenceDepartement\":\"2B\"", "\"residenceDepartement\":\"35\""));
    }

    private Course begun(String hospital, Patient patient, String body) {
        return Course.begun(platform, new Marked(client, patient), hospital, body);
    }

    private Map<String, String> wholeWay(int number) {
        var child = begun(number);
        var first = child.asked(1);
        var document = attached(child);
        facts(child);
        var question = questions(child, first);
        child.marked().taken(HOSPITAL, "PUT", child.url() + "/family-wishes", "{}");
        for (var move : List.of("/claim", "/handover", "/claim", "/release")) {
            child.answers(first, move, Stage.body(move));
        }
        child.marked()
                .taken(COORDINATOR, "POST", first.url() + "/telephone-declinal", Stage.body("/telephone-declinal"));
        var second = child.asked(2);
        child.marked()
                .taken(
                        COORDINATOR,
                        "POST",
                        second.url() + "/telephone-acceptance",
                        Stage.body("/telephone-acceptance"));
        child.until("ACCEPTED").answers(second, "/give-back", Stage.body("/give-back"));
        var third = child.asked(3);
        child.answers(third, "/acceptance", "{}");
        child.until("ACCEPTED");
        var therapy = child.marked()
                .seen(HOSPITAL, child.url())
                .at("/offers/2/therapy")
                .asText();
        child.does(third.hub(), "/meetings", Sample.minutes("GO", therapy).toString());
        child.does(third.hub(), "/care", Stage.body("/care"));
        child.does(third.hub(), "/outcome", Stage.body("/outcome"));
        return Map.of(
                "referral",
                child.id(),
                "offer",
                third.url().substring(third.url().lastIndexOf('/') + 1),
                "hub",
                third.hub(),
                "document",
                document,
                "question",
                question,
                "fact",
                FACT);
    }

    private String attached(Course child) {
        var documents = child.marked().address(child.url() + "/documents");
        return client.send(HOSPITAL, documents, request -> Marked.said(
                                request, child.marked().patient())
                        .header("Idempotency-Key", Mark.WORD.text() + " " + child.id())
                        .header("Content-Type", Report.TYPE)
                        .POST(BodyPublishers.ofString(Report.saying(Mark.WORD.text()))))
                .id()
                .orElseThrow(() -> new IllegalStateException("a report was not attached"));
    }

    /** Said twice, with a text of the hospital's where one may be; then settled. */
    private static void facts(Course child) {
        child.hospitalDoes("/facts", TWICE.formatted(Sample.today(), Mark.FREE.text()));
        var known = child.marked().seen(HOSPITAL, child.url() + "/facts").path("items");
        for (var fact : known) {
            if (fact.path("name").asText().equals(FACT)) {
                var number = fact.at("/statements/0/number").asInt();
                child.hospitalDoes(
                        "/facts/" + FACT + "/settlement", "{\"holds\": " + number + ", \"reason\": \"EXPERT_REVIEW\"}");
            }
        }
    }

    /** Of the hub and of the coordinator, in words that are about the child. */
    private static String questions(Course child, Course.Asked by) {
        var back = child.does(by.hub(), "/questions", WORDS).path("id").asText();
        child.does(by.hub(), "/questions/" + back + "/withdrawal", "{}");
        child.does(COORDINATOR, "/questions", WORDS);
        var question = child.does(by.hub(), "/questions", WORDS).path("id").asText();
        child.hospitalDoes("/questions/" + question + "/messages", WORDS);
        child.does(by.hub(), "/questions/" + question + "/messages", WORDS);
        child.hospitalDoes(
                "/questions/" + question + "/answer",
                "{\"text\": \"" + Mark.WORD.text() + " entend.\", \"dossierVersion\": 2}");
        return question;
    }

    private void draft(int number) {
        var patient = new Patient(number);
        var draft = begun(HOSPITAL, patient, patient.body().put("draft", true).toString());
        draft.marked()
                .taken(HOSPITAL, "PUT", draft.url(), patient.bodyWithFreeText().toString());
        draft.marked().taken(HOSPITAL, "POST", draft.url() + "/validation", null);
        draft.marked().taken(HOSPITAL, "POST", draft.url() + "/submission", null);
    }

    /** A hub finds it unsuitable: it is named again, which another coordinator would have to agree to, and the search goes on. */
    private void escalated(int number) {
        var child = begun(number);
        var asked = child.asked(1);
        child.answers(asked, "/declinal", "{\"reason\": \"CLINICALLY_UNSUITABLE\"}");
        child.until("ESCALATED");
        var order = "{\"hub\": \"" + asked.hub().substring("hub-".length()) + "\", \"reason\": \"HUB_AGREED\"}";
        var assignments = child.placement() + "/assignments";
        var id = child.marked()
                .taken(COORDINATOR, "POST", assignments, order)
                .path("id")
                .asText();
        child.marked()
                .taken(COORDINATOR, "POST", assignments + "/" + id + "/confirmation", "{\"decision\": \"REFUSE\"}");
        child.marked().taken(COORDINATOR, "POST", child.placement() + "/reopening", Stage.body("/reopening"));
    }

    /** One number from two hospitals, and a person finds that they are two children. */
    private void twins(int number) {
        sentTwice(number).does(COORDINATOR, "/duplicate-review", Stage.body("/duplicate-review"));
    }

    private void merged(int number) {
        var patient = new Patient(number);
        var first = begun(HOSPITAL, patient, unmeasured(patient)).until("AWAITING_INFORMATION");
        var second = begun(OTHER_HOSPITAL, patient, unmeasured(patient));
        second.does(COORDINATOR, "/merge", "{\"other\": \"" + first.id() + "\", \"reason\": \"HOSPITALS_AGREE\"}");
        second.until("MERGED").does(COORDINATOR, "/merge-undoing", Stage.body("/merge-undoing"));
    }

    private Course sentTwice(int number) {
        var patient = new Patient(number);
        begun(HOSPITAL, patient, unmeasured(patient));
        return begun(OTHER_HOSPITAL, patient, unmeasured(patient)).until("DUPLICATE_REVIEW");
    }

    /** All hangs on a titre that nobody has taken yet. */
    private static String unmeasured(Patient patient) {
        var body = patient.body();
        body.putArray("therapiesSought").add("ONA-IV");
        var antibodies = ((ArrayNode) body.at("/dossier/antibodies")).removeAll();
        antibodies
                .addObject()
                .put("serotype", "AAV9")
                .put("kind", "total-binding")
                .put("state", "not-done");
        return body.toString();
    }

    /** What is missing and what was asked, which its hospital is written about as soon as it is due. */
    private void reminded(int number) {
        var patient = new Patient(number);
        var child = begun(HOSPITAL, patient, unmeasured(patient)).until("AWAITING_INFORMATION");
        child.does(COORDINATOR, "/questions", WORDS);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            platform.remindersAreDue(child.id());
            return platform.letters().letters().stream()
                    .anyMatch(letter -> joined(letter).contains(child.id()));
        });
    }

    /** The hub that has said yes may not treat any more. Nobody is sent anywhere after this. */
    private void lost(int number) {
        var child = livingElsewhere(number);
        var asked = child.asked(1);
        child.answers(asked, "/acceptance", "{}");
        child.until("ACCEPTED");
        var therapy = child.marked()
                .seen(HOSPITAL, child.url())
                .at("/offers/0/therapy")
                .asText();
        var accreditations = child.hubs() + "/v1/hubs/" + asked.hub().substring("hub-".length()) + "/accreditations/";
        var hub = child.marked()
                .taken(
                        COORDINATOR,
                        "POST",
                        accreditations + therapy + "/revocation",
                        "{\"endsOn\": \"" + Sample.today() + "\", \"reason\": \"STAFF\"}");
        for (var accreditation : hub.path("accreditations")) {
            if (accreditation.path("therapy").asText().equals(therapy)) {
                var affected = child.hubs() + "/v1/accreditations/"
                        + accreditation.path("id").asText() + "/affected";
                child.marked().seen(COORDINATOR, affected);
                child.marked()
                        .taken(
                                COORDINATOR,
                                "POST",
                                affected + "/" + child.id() + "/confirmation",
                                "{\"decision\": \"KEEP\", \"reason\": \"AUTHORITY_AGREES\"}");
            }
        }
    }
}
