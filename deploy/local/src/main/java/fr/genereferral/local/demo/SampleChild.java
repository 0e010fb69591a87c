package fr.genereferral.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.local.sample.InventedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * An invented child and what must become of the referral.
 *
 * @param name key of the child's line in the texts
 * @param hospital FINESS ET of the referring hospital
 * @param answer what the first hub answers: ACCEPT, DECLINE, or nothing
 * @param state state in which the story ends
 * @param arrived what must hold of the referral then
 */
record SampleChild(
        String name, String hospital, ObjectNode body, Answer answer, String state, Predicate<JsonNode> arrived) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the first hub says. */
    enum Answer {
        ACCEPT,
        DECLINE,
        NONE
    }

    private static final String NECKER = "750100208";
    private static final String RENNES = "350007084";
    private static final String BASTIA = "2B0000012";
    private static final String ANGERS = "490000049";
    private static final String CAYENNE = "970300026";
    private static final String NANTES = "440000271";
    private static final String MARSEILLE = "130804297";

    static List<SampleChild> all(LocalDate today) {
        return List.of(
                new SampleChild("paris", NECKER, sma(today, "75"), Answer.ACCEPT, "ACCEPTED", r -> firstHub(r, NECKER)),
                new SampleChild(
                        "rennes",
                        RENNES,
                        sma(today, "35"),
                        Answer.DECLINE,
                        "OFFERED",
                        r -> firstHub(r, NANTES) && r.path("offers").size() == 2),
                new SampleChild(
                        "bastia",
                        BASTIA,
                        sma(today, "2B"),
                        Answer.NONE,
                        "OFFERED",
                        r -> firstHub(r, MARSEILLE) && crossesWater(r)),
                new SampleChild(
                        "titre-not-done", ANGERS, titreNotDone(today), Answer.NONE, "AWAITING_INFORMATION", r -> r.path(
                                        "offers")
                                .isEmpty()),
                new SampleChild(
                        "titre-high", RENNES, titreHigh(today), Answer.NONE, "DEFERRED", r -> r.has("deferredUntil")),
                new SampleChild(
                        "too-young", NECKER, tooYoung(today), Answer.NONE, "NOT_ELIGIBLE", r -> r.path("opensOn")
                                .asText()
                                .equals(twelveMonthsAgo(today).plusMonths(18).toString())),
                new SampleChild(
                        "cayenne",
                        CAYENNE,
                        only(sma(today, "973"), "ONA-IV"),
                        Answer.NONE,
                        "OFFERED",
                        r -> r.at("/offers/0/hub/city").asText().equals("Paris") && legs(r, "AIR")));
    }

    private static boolean firstHub(JsonNode referral, String hub) {
        return referral.at("/offers/0/hub/id").asText().equals(hub);
    }

    private static boolean crossesWater(JsonNode referral) {
        return legs(referral, "AIR") || legs(referral, "SEA");
    }

    private static boolean legs(JsonNode referral, String mode) {
        return referral.at("/offers/0/travel/legs").findValuesAsText("mode").contains(mode);
    }

    /** Type 1 spinal muscular atrophy, three months old, everything known and in order. */
    private static ObjectNode sma(LocalDate today, String departement) {
        var body = read("sma", today);
        var dossier = (ObjectNode) body.get("dossier");
        dossier.put("birthDate", today.minusMonths(3).toString());
        dossier.put("residenceDepartement", departement);
        return body;
    }

    private static ObjectNode titreNotDone(LocalDate today) {
        var body = only(sma(today, "49"), "ONA-IV");
        var titre = (ObjectNode) body.at("/dossier/antibodies/0");
        titre.remove(List.of("operator", "titre", "date"));
        titre.put("state", "not-done");
        return body;
    }

    private static ObjectNode titreHigh(LocalDate today) {
        var body = only(sma(today, "35"), "ONA-IV");
        ((ObjectNode) body.at("/dossier/antibodies/0")).put("operator", "=").put("titre", 200);
        return body;
    }

    /** AADC deficiency at twelve months: the lower age bound is eighteen. */
    private static ObjectNode tooYoung(LocalDate today) {
        var body = only(read("aadc", today), "UPS");
        ((ObjectNode) body.get("dossier"))
                .put("birthDate", twelveMonthsAgo(today).toString());
        return body;
    }

    /** On a first of the month, where every way of counting months agrees on the day it ends. */
    private static LocalDate twelveMonthsAgo(LocalDate today) {
        return today.minusMonths(12).withDayOfMonth(1);
    }

    private static ObjectNode only(ObjectNode body, String therapy) {
        body.putArray("therapiesSought").add(therapy);
        return body;
    }

    /**
     * Another child at every start: the platform stays as it was left, and the same one would be referred twice. Who has nothing
     * of the given names in common is a twin at most.
     */
    private static String givenName() {
        return InventedName.drawn(ThreadLocalRandom.current());
    }

    /** The samples are dated TODAY: their results are of a few days ago, whenever the demonstration runs. */
    private static ObjectNode read(String sample, LocalDate today) {
        try (var in = SampleChild.class.getResourceAsStream("/samples/" + sample + ".json")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var body = (ObjectNode)
                    JSON.readTree(text.replace("TODAY", today.minusDays(3).toString()));
            ((ObjectNode) body.get("identity")).putArray("givenNames").add(givenName());
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
