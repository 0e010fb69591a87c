package fr.genereferral.e2e.rights;

import static fr.genereferral.e2e.rights.Moves.AT_A_QUESTION;
import static fr.genereferral.e2e.rights.Moves.AT_A_REFERRAL;
import static fr.genereferral.e2e.rights.Moves.IN_CHARGE;
import static fr.genereferral.e2e.rights.Moves.items;
import static fr.genereferral.e2e.rights.Moves.worked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.Deadline;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is listed works when it is tried at once; what is not listed is refused. */
@ExtendWith(ErasedKeys.class)
class ActionsIT {
    private static final Map<String, String> AT_A_DRAFT = Map.of(
            "EDIT_DRAFT", "PUT ",
            "VALIDATE", "POST /validation",
            "SUBMIT", "POST /submission",
            "ADD_FACTS", "POST /facts",
            "CHANGE_WISHES", "PUT /family-wishes",
            "CORRECT_IDENTITY", "PUT /identity",
            "ATTACH_DOCUMENT", "POST /documents",
            "WITHDRAW", "POST /withdrawal");
    private static final Map<String, String> AT_AN_OFFER = Map.of(
            "ACCEPT", "POST /acceptance",
            "DECLINE", "POST /declinal",
            "GIVE_BACK", "POST /give-back",
            "RECORD_ACCEPTANCE", "POST /telephone-acceptance",
            "RECORD_DECLINAL", "POST /telephone-declinal",
            "CLAIM", "POST /claim",
            "HAND_OVER", "POST /handover",
            "RELEASE", "POST /release");

    /** They leave the offer as it is. */
    private static final Set<String> AMONG_COLLEAGUES = Set.of("CLAIM", "HAND_OVER", "RELEASE");

    private static final List<String> ROLES_OF_A_HUB = List.of("hub_clinician", "hub_admin");

    private static final Set<String> MAY_ASK = Set.of("hub_clinician", "hub_admin", "coordinator");

    private static final List<String> STATES_OF_AN_OFFER =
            List.of("OFFERED", "OFFERED and erased", "ACCEPTED", "COMPLETED", "CANCELLED", "EXPIRED", "UNANSWERED");
    private static final List<String> STATES = List.of(
            "OFFERED",
            "OFFERED and erased",
            "ACCEPTED",
            "ACCEPTED after a yes",
            "ACCEPTED after a no",
            "IN_CARE",
            "CANCEL_REQUESTED",
            "COMPLETED",
            "CANCELLED",
            "EXPIRED",
            "UNANSWERED");

    private static final Random RANDOM = Seed.random("states");

    /** Where the hub that was asked reads the referral no longer. */
    private static final Set<String> SHUT_OUT = Set.of("CANCELLED", "EXPIRED", "UNANSWERED");

    @ParameterizedTest
    @MethodSource("states")
    void ofAReferralWorkWhenListedAndAreRefusedOtherwise(String state, String hub) {
        var laid = Scene.laid();
        var document = laid.document();
        var scene = come(laid, state);
        var moves = atAReferral(document);
        var base = RunningSystem.referrals() + "/v1/referrals/" + scene.referral();
        // The hospital after the hub, for it can move it, and then less may be done; the coordinator may end it and
        // comes last.
        for (var who : List.of("auditor", hub, "referrer", "coordinator")) {
            var token = token(who, scene);
            var answer = Call.get(base + "/actions", token).send();
            if (answer.status() == 404) {
                assertTrue(SHUT_OUT.contains(state) && who.equals(hub), "who sees it sees what may be done");
                assertEquals(new TreeSet<String>(), worked(moves, base, token));
                continue;
            }

            var listed = new TreeSet<>(items(answer.json().path("items")).keySet());
            var ofTheHub = new TreeSet<>(listed);
            ofTheHub.retainAll(IN_CHARGE.keySet());
            listed.removeAll(IN_CHARGE.keySet());
            // Whoever came before may have asked.
            listed.removeAll(AT_A_QUESTION.keySet());
            // Read at the hub directory, by the coordinator alone.
            listed.remove("COORDINATE");
            if (!who.equals(hub)) {
                assertTrue(ofTheHub.isEmpty() || who.equals("coordinator"), ofTheHub::toString);
                assertEquals(ofTheHub, worked(IN_CHARGE, base, token), who);
            }

            assertTrue(moves.keySet().containsAll(listed), listed::toString);
            assertEquals(listed, worked(moves, base, token), who);
        }
    }

    /** Nothing is said twice of this child: there is nothing to settle. */
    private static Map<String, String> atAReferral(String document) {
        return AT_A_REFERRAL.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, move -> move.getValue()
                .replace("{document}", document)
                .replace("{name}", "body-weight")));
    }

    /** It is its hospital's alone; each move is tried at one of its own, which lacks nothing. */
    @Test
    void ofADraftWorkWhenListedAndAreRefusedOtherwise() {
        for (var move : AT_A_DRAFT.entrySet()) {
            var draft = ReferredChild.draftedBy(Scene.HOSPITAL, Sample.sma().livingIn("49"));
            var others = List.of(Badge.of("auditor", "national"), Badge.of("coordinator", "national"));
            others.forEach(token -> assertEquals(
                    404, Call.get(draft.url() + "/actions", token).send().status()));
            var token = Badge.of("referrer", Scene.HOSPITAL);
            var listed = items(
                    Call.get(draft.url() + "/actions", token).send().json().path("items"));

            var worked = worked(Map.of(move.getKey(), move.getValue()), draft.url(), token);

            assertEquals(listed.containsKey(move.getKey()), worked.contains(move.getKey()), move.getKey());
        }
    }

    /** One move may make another possible: each is tried at a child of its own. */
    @ParameterizedTest
    @MethodSource("states")
    void ofTheHubInChargeWorkWhenListedAndAreRefusedOtherwise(String state, String hub) {
        var scenes = Scene.laid(IN_CHARGE.size()).iterator();
        for (var move : IN_CHARGE.entrySet()) {
            var scene = come(scenes.next(), state);
            var base = RunningSystem.referrals() + "/v1/referrals/" + scene.referral();
            var token = token(hub, scene);
            var listed = items(Call.get(base + "/actions", token).send().json().path("items"));

            var worked = worked(Map.of(move.getKey(), move.getValue()), base, token);

            assertEquals(listed.containsKey(move.getKey()), worked.contains(move.getKey()), move.getKey());
        }
    }

    @ParameterizedTest
    @MethodSource("statesOfAnOffer")
    void ofAnOfferWorkWhenListedAndAreRefusedOtherwise(String state, String hub) {
        // Only one of the answers can be given to one offer: each is tried at one of its own, by the hub last.
        var scenes = AT_AN_OFFER.keySet().parallelStream()
                .map(move -> AMONG_COLLEAGUES.contains(move) ? "AMONG_COLLEAGUES" : move)
                .distinct()
                .collect(Collectors.toConcurrentMap(move -> move, move -> come(state)));
        for (var who : List.of("auditor", "coordinator", "referrer", hub)) {
            for (var move : AT_AN_OFFER.entrySet()) {
                var scene = scenes.getOrDefault(move.getKey(), scenes.get("AMONG_COLLEAGUES"));
                var base = RunningSystem.hubs() + "/v1/offers/" + scene.offer();
                var answer = Call.get(base + "/actions", token(who, scene)).send();
                var listed = items(answer.json().path("actions")).keySet();
                var alone = Map.of(move.getKey(), move.getValue());

                assertTrue(AT_AN_OFFER.keySet().containsAll(listed), listed::toString);
                assertEquals(
                        listed.contains(move.getKey()),
                        worked(alone, base, token(who, scene)).contains(move.getKey()),
                        "%s at %s by %s, listed are %s".formatted(move.getKey(), state, who, listed));
                assertEquals(MAY_ASK.contains(who) ? 200 : 403, answer.status());
            }
        }
    }

    /** Only one of the ends can be made of one question: each is tried at one of its own. */
    @ParameterizedTest
    @MethodSource("statesOfAQuestion")
    void ofAQuestionWorkWhenListedAndAreRefusedOtherwise(String state, String hub) {
        var scene = come(state);
        for (var who : List.of("auditor", "coordinator", "referrer", hub)) {
            for (var move : AT_A_QUESTION.entrySet()) {
                var base = RunningSystem.referrals() + "/v1/referrals/" + scene.referral();
                var token = token(who, scene);
                var alone = Map.of(move.getKey(), move.getValue().replace("{question}", scene.question()));
                var listed = Call.get(base + "/actions", token)
                        .send()
                        .json()
                        .path("items")
                        .findValuesAsText("href");

                var worked = worked(alone, base, token);

                var href = alone.get(move.getKey()).substring("POST ".length());
                assertEquals(listed.stream().anyMatch(one -> one.endsWith(href)), !worked.isEmpty(), who + " " + href);
            }
        }
    }

    /** How far the referral has come, and who speaks for the hub: a drawn part of it in every build, all of it in the long run. */
    static Stream<Arguments> states() {
        return drawn(STATES, 1);
    }

    static Stream<Arguments> statesOfAnOffer() {
        return drawn(STATES_OF_AN_OFFER, 1);
    }

    static Stream<Arguments> statesOfAQuestion() {
        return Stream.of("OFFERED", "OFFERED and erased").flatMap(state -> drawn(List.of(state), 1));
    }

    private static Stream<Arguments> drawn(List<String> states, int sample) {
        var all = new ArrayList<>(states.stream()
                .flatMap(state -> ROLES_OF_A_HUB.stream().map(hub -> Arguments.of(state, hub)))
                .toList());
        Collections.shuffle(all, RANDOM);
        return all.stream().limit(Scale.of(sample, all.size()));
    }

    private static Scene come(String state) {
        return come(Scene.laid(), state);
    }

    private static Scene come(Scene scene, String state) {
        switch (state) {
            case "OFFERED and erased" -> scene.erased();
            case "ACCEPTED" -> {
                scene.child().accepted();
            }
            case "ACCEPTED after a yes" -> scene.child().accepted().met("GO").statusCode(201);
            case "ACCEPTED after a no" ->
                scene.child().accepted().met("NO_GO", "ONA-IV.2").statusCode(201);
            case "IN_CARE" -> begin(scene);
            case "COMPLETED" -> {
                begin(scene);
                scene.child().byHub("outcome", Stage.body("/outcome")).statusCode(200);
            }
            case "CANCEL_REQUESTED" -> {
                scene.child().accepted().withdraw("DECEASED").statusCode(202);
                scene.child().until("CANCEL_REQUESTED");
            }
            case "CANCELLED" -> {
                scene.child().withdraw().statusCode(202);
                scene.child().until("CANCELLED");
            }
            case "EXPIRED" -> {
                Deadline.pass(scene.child());
                scene.child().untilOffers(3);
            }
            case "UNANSWERED" -> {
                Deadline.pass(scene.child());
                Deadline.pass(scene.child().untilOffers(3));
                Deadline.pass(scene.child().untilOffers(4));
                scene.child().until("ESCALATED");
            }
            default -> assertEquals("OFFERED", state);
        }
        return scene;
    }

    private static void begin(Scene scene) {
        scene.child().accepted().met("GO").statusCode(201);
        scene.child().careBegun().statusCode(200);
    }

    private static String token(String who, Scene scene) {
        return switch (who) {
            case "referrer" -> Badge.of("referrer", Scene.HOSPITAL);
            case "hub_clinician", "hub_admin" -> Badge.of(who, scene.asked());
            default -> Badge.of(who, "national");
        };
    }
}
