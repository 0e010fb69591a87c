package fr.genereferral.e2e.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the requests are about: a child whose offer is open. Every refused move is tried on it, and it must stand as it stood.
 *
 * @param hub who is asked
 * @param anomaly that somebody has reported of that hub
 * @param lost accreditation that the hub has lost; null where it has lost none
 * @param assignment by which a coordinator has named the hub; null where nobody has
 * @param question that the hub has put to the hospital; null where it has put none
 */
record Targets(
        String referral, String offer, String hub, String anomaly, String lost, String assignment, String question) {
    private static final String HOSPITAL = "350007084";
    private static final String OTHER_HOSPITAL = "490000049";
    /** What says nothing of a child's disease, said twice on one day: the search for a hub goes on. */
    private static final String CONTRADICTION = """
            {"facts": [
              {"code": "hearing-loss-degree", "state": "present", "value": "severe", "date": "%1$s", "source": "clinician"},
              {"code": "hearing-loss-degree", "state": "present", "value": "profound", "date": "%1$s", "source": "clinician"}]}
            """;

    /** What is done with a draft: one for each of them. */
    private static final Set<String> DRAFTED = Set.of("replaceDraft", "validateDraft", "submitDraft");

    private static final String LILLE = "590006607";

    private static final String HUB = "/hubs/750100208";

    static Targets prepared() {
        var child = ReferredChild.by(HOSPITAL, Sample.sma().livingIn("35")).until("OFFERED");
        var url = child.offerUrl();
        Caller.hospital(HOSPITAL)
                .post(child.url() + "/facts", CONTRADICTION.formatted(Sample.today()))
                .statusCode(201);
        List<String> choices =
                child.get("/actions").extract().path("items.find { it.action == 'SETTLE_FACT' }.needs.holds");
        Standing.choice = Integer.parseInt(choices.get(0));
        String anomaly = Caller.coordinator()
                .post(
                        RunningSystem.hubs() + "/v1/directory/anomalies",
                        "{\"hub\": \"" + child.hub() + "\", \"reason\": \"ENTRY_CLOSED\"}")
                .statusCode(201)
                .extract()
                .path("id");
        String question = child.asks(child.hub(), "{\"fact\": \"albumin\"}")
                .statusCode(201)
                .extract()
                .path("id");
        var targets = new Targets(
                child.id(), url.substring(url.lastIndexOf('/') + 1), child.hub(), anomaly, null, null, question);
        // Opened once by the hub: the first reading is noted, and would look like something stored by a refused one.
        Caller.hub(targets.hub).get(url).statusCode(200);
        return targets;
    }

    /** What an operation needs to be taken: most an open offer, some one that was accepted. */
    static Targets preparedFor(Operation operation) {
        return switch (operation.id()) {
            case "giveBackOffer" -> prepared().accepted();
            case "releaseOffer" -> prepared().claimed();
            case "confirmLoss" -> bereft();
            case "assignHub", "reopenSearch" -> escalated();
            case "confirmAssignment" -> escalated().named();
            default -> prepared();
        };
    }

    private Targets accepted() {
        Caller.hub(hub)
                .post(RunningSystem.hubs() + "/v1/offers/" + offer + "/acceptance", "{}")
                .statusCode(200);
        return this;
    }

    /** Somebody has it in hand. */
    private Targets claimed() {
        Caller.hub(hub)
                .post(RunningSystem.hubs() + "/v1/offers/" + offer + "/claim", "{}")
                .statusCode(200);
        return this;
    }

    /** Accepted by a hub that then loses its accreditation, which it has for these tests alone. */
    private static Targets bereft() {
        var accreditations = RunningSystem.hubs() + "/v1/hubs/" + LILLE + "/accreditations";
        Caller.coordinator()
                .post(accreditations, "{\"therapy\": \"UPS\", \"from\": \"2026-01-01\"}")
                .statusCode(201);
        var child = ReferredChild.by(HOSPITAL, Sample.aadc().livingIn("59")).until("OFFERED");
        assertEquals(LILLE, child.hub());
        child.accept().statusCode(200);
        child.until("ACCEPTED");
        String lost = Caller.coordinator()
                .post(
                        accreditations + "/UPS/revocation",
                        "{\"endsOn\": \"" + Sample.today() + "\", \"reason\": \"STAFF\"}")
                .statusCode(200)
                .extract()
                .path("accreditations.find { it.therapy == 'UPS' }.id");
        return new Targets(child.id(), null, LILLE, null, lost, null, null);
    }

    /** Of a child whom the first hub has found unsuitable: the coordinator has to act. */
    private static Targets escalated() {
        var child = ReferredChild.by(HOSPITAL, Sample.sma().livingIn("35")).until("OFFERED");
        var hub = child.hub();
        child.decline("CLINICALLY_UNSUITABLE").statusCode(200);
        child.until("ESCALATED");
        return new Targets(child.id(), null, hub, null, null, null, null);
    }

    /** The same hub, so that a second person has to agree; whoever has named it may take it back. */
    private Targets named() {
        String assignment = Caller.coordinator()
                .post(
                        RunningSystem.hubs() + "/v1/placements/" + referral + "/assignments",
                        "{\"hub\": \"" + hub + "\", \"reason\": \"HUB_AGREED\"}")
                .statusCode(201)
                .extract()
                .path("id");
        return new Targets(referral, null, hub, null, null, assignment, null);
    }

    /** Number of a statement that a clinician may choose: every child of these tests has been said the same of. */
    static int choice() {
        return Standing.choice;
    }

    /** A right request but for the body, which is the caller's to give. */
    Call call(Operation operation) {
        var call = new Call(
                operation.api().service(),
                client(operation),
                operation.method(),
                address(operation),
                List.of("Accept-Language: en"),
                new byte[0],
                operation.hasBody() ? Call.Framing.LENGTH : Call.Framing.NONE);
        if (operation.hasBody()) {
            call = call.plus("Content-Type: application/json");
        }
        if (operation.takesFile()) {
            call = call.plus("Content-Type: " + Report.TYPE)
                    .framed(Call.Framing.LENGTH)
                    .withBody(file());
        }
        if (operation.needsVersion()) {
            call = call.plus("If-Match: *");
        }
        return operation.needsKey() ? call.plus("Idempotency-Key: " + Call.FRESH) : call;
    }

    /** The same every time: what is attached twice is one document. */
    static byte[] file() {
        return WholeDamage.utf8(Report.saying("the same every time"));
    }

    private String client(Operation operation) {
        var roles = operation.roles();
        // A hospital's token is not for the hub directory.
        if (roles.contains("referrer") && operation.api().service() != Service.HUB_DIRECTORY) {
            return "hospital-" + HOSPITAL;
        }
        if (!roles.contains("hub_clinician")) {
            return "national-coordinator";
        }
        return "hub-"
                + Standing.further(operation.path()).map(ReferredChild::hub).orElse(hub);
    }

    private String address(Operation operation) {
        return operation
                .path()
                .replace("/referrals/{id}", "/referrals/" + child(operation))
                .replace("{name}", "hearing-loss-degree")
                .replace("{question}", String.valueOf(question))
                .replace("{document}", operation.path().contains("{document}") ? Standing.document(referral) : "")
                .replace("/offers/{id}", "/offers/" + offer)
                .replace("{referralId}", referral)
                .replace("{assignmentId}", assignment == null ? referral : assignment)
                .replace("/hubs/{id}/freed-slots", "/hubs/" + hub + "/freed-slots")
                .replace("/hubs/{id}", HUB)
                .replace("/capacity-pauses/{id}", "/capacity-pauses/" + Standing.pause())
                .replace("/anomalies/{id}", "/anomalies/" + anomaly)
                .replace("/accreditations/{id}", "/accreditations/" + (lost == null ? Standing.accreditation() : lost))
                .replace("/imports/{id}", "/imports/" + Standing.imported())
                .replace("/therapies/{id}", "/therapies/ONA-IV")
                // Nobody is referred for it in these tests.
                .replace("{therapy}", "LUX");
    }

    private String child(Operation operation) {
        if (DRAFTED.contains(operation.id())) {
            return Standing.draft(operation.id());
        }
        var path = operation.path();
        return switch (path.substring(path.lastIndexOf('/'))) {
            case "/duplicate-review" -> Standing.suspected();
            case "/merge" -> Standing.twice().get(0);
            case "/merge-undoing" -> Standing.merged();
            default -> Standing.further(path).map(ReferredChild::id).orElse(referral);
        };
    }

    /** The other referral of a child whom two hospitals have sent. */
    static String other() {
        return Standing.twice().get(1);
    }

    /** What is there once for all: nothing that is done to it changes it. */
    private static final class Standing {
        private static String accreditation;
        private static String imported;
        private static String pause;
        private static String suspected;
        private static String merged;
        private static List<String> twice;
        private static final Set<String> FURTHER = Set.of("meetings", "care", "outcome", "cancellation");
        private static final Map<String, ReferredChild> children = new HashMap<>();
        private static final Map<String, String> documents = new HashMap<>();
        private static volatile int choice;

        static synchronized String accreditation() {
            if (accreditation == null) {
                accreditation = Caller.coordinator()
                        .get(RunningSystem.hubs() + "/v1" + HUB)
                        .extract()
                        .path("accreditations[0].id");
            }
            return accreditation;
        }

        /** Of a therapy that nobody is referred for in these tests. */
        static synchronized String pause() {
            if (pause == null) {
                pause = Caller.coordinator()
                        .post(
                                RunningSystem.hubs() + "/v1" + HUB + "/pauses",
                                "{\"therapy\": \"LUX\", \"from\": \"%s\", \"reason\": \"STAFF\"}"
                                        .formatted(Sample.today()))
                        .statusCode(201)
                        .extract()
                        .path("pauses[-1].id");
            }
            return pause;
        }

        /** Of a child whom another hospital has sent before. */
        static synchronized String suspected() {
            if (suspected == null) {
                suspected = sentTwice().get(1);
            }
            return suspected;
        }

        static synchronized List<String> twice() {
            if (twice == null) {
                twice = sentTwice();
            }
            return twice;
        }

        /** It lives on in another one. */
        static synchronized String merged() {
            if (merged == null) {
                var two = sentTwice();
                merged = Caller.coordinator()
                        .post(
                                RunningSystem.referrals() + "/v1/referrals/" + two.get(0) + "/merge",
                                "{\"other\": \"" + two.get(1) + "\", \"reason\": \"OTHER\"}")
                        .statusCode(200)
                        .extract()
                        .path("superseded");
            }
            return merged;
        }

        private static List<String> sentTwice() {
            var sample = Sample.sma().livingIn("35");
            Bodies.numbered((ObjectNode) sample.body().get("identity"));
            var first = ReferredChild.by(OTHER_HOSPITAL, sample).id();
            return List.of(first, ReferredChild.by(HOSPITAL, sample).id());
        }

        /** Some moves are for a child who has come further than one that is offered: one for each of them. */
        static synchronized Optional<ReferredChild> further(String path) {
            var move = path.substring(path.lastIndexOf('/') + 1);
            return path.startsWith("/v1/referrals/") && FURTHER.contains(move)
                    ? Optional.of(children.computeIfAbsent(move, Standing::come))
                    : Optional.empty();
        }

        /** Attached to it once. */
        static synchronized String document(String referral) {
            return documents.computeIfAbsent(referral, first -> Caller.hospital(HOSPITAL)
                    .attach(
                            RunningSystem.referrals() + "/v1/referrals/" + referral + "/documents",
                            Report.saying("attached before"))
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }

        static synchronized String draft(String operation) {
            return children.computeIfAbsent(
                            operation,
                            first -> ReferredChild.draftedBy(
                                    HOSPITAL, Sample.sma().livingIn("35")))
                    .id();
        }

        private static ReferredChild come(String move) {
            var child = ReferredChild.by(HOSPITAL, Sample.sma().livingIn("35").seeking("ONA-IV"))
                    .until("OFFERED")
                    .accepted();
            if (move.equals("cancellation")) {
                child.withdraw().statusCode(202);
            }
            if (move.equals("care") || move.equals("outcome")) {
                child.met("GO").statusCode(201);
            }
            if (move.equals("outcome")) {
                child.careBegun().statusCode(200);
            }
            return child;
        }

        static synchronized String imported() {
            if (imported == null) {
                imported = Caller.coordinator()
                        .post(RunningSystem.hubs() + "/v1/directory/imports", "{\"hubs\": []}")
                        .statusCode(202)
                        .extract()
                        .path("id");
            }
            return imported;
        }
    }
}
