package fr.genereferral.e2e.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** An invented child, from deploy/samples; each method answers a changed copy of nothing but this test's own. */
public final class Sample {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ObjectNode body;

    private Sample(String name) {
        try (var in = Sample.class.getResourceAsStream("/samples/" + name + ".json")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            body = (ObjectNode)
                    JSON.readTree(text.replace("TODAY", today().minusDays(2).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three months, type 1 spinal muscular atrophy, everything known: eligible for ONA-IV. */
    public static Sample sma() {
        return new Sample("sma").born(today().minusMonths(3));
    }

    /** AADC deficiency at two years: eligible for UPS. */
    public static Sample aadc() {
        return new Sample("aadc").born(today().minusYears(2)).seeking("UPS");
    }

    public Sample born(LocalDate day) {
        dossier().put("birthDate", day.toString());
        return this;
    }

    public Sample livingIn(String departement) {
        dossier().put("residenceDepartement", departement);
        return this;
    }

    public Sample seeking(String... therapies) {
        var sought = body.putArray("therapiesSought");
        for (var therapy : therapies) {
            sought.add(therapy);
        }
        return this;
    }

    public Sample titre(int reciprocal) {
        antibody().put("operator", "=").put("titre", reciprocal);
        return this;
    }

    /** @param day on which it was measured */
    public Sample weighing(double kilograms, LocalDate day) {
        dossier().path("facts").forEach(fact -> {
            if (fact.path("code").asText().equals("body-weight")) {
                ((ObjectNode) fact).put("value", kilograms).put("date", day.toString());
            }
        });
        return this;
    }

    /** Asked for, expected in five days. */
    public Sample titrePending() {
        antibody().removeAll();
        antibody()
                .put("serotype", "AAV9")
                .put("kind", "total-binding")
                .put("state", "pending")
                .put("expectedDate", today().plusDays(5).toString());
        return this;
    }

    public Sample titreNotDone() {
        antibody().removeAll();
        antibody().put("serotype", "AAV9").put("kind", "total-binding").put("state", "not-done");
        return this;
    }

    public ObjectNode dossier() {
        return (ObjectNode) body.get("dossier");
    }

    private ObjectNode antibody() {
        return (ObjectNode) body.at("/dossier/antibodies/0");
    }

    public ObjectNode body() {
        return body;
    }

    /** The body of a comparison: the same dossier a year later. */
    public JsonNode comparison(LocalDate asOf) {
        var comparison = (ObjectNode) preview(asOf);
        comparison.putObject("other").put("asOf", asOf.plusYears(1).toString());
        return comparison;
    }

    /** The body of a preview: no identity, and optionally a date. */
    public JsonNode preview(LocalDate asOf) {
        var preview = JSON.createObjectNode();
        if (asOf != null) {
            preview.put("asOf", asOf.toString());
        }
        if (body.has("therapiesSought")) {
            preview.set("therapiesSought", body.get("therapiesSought"));
        }
        preview.set("dossier", dossier());
        return preview;
    }

    /** What a meeting of experts has decided today; whoever says yes against the rules adds what it overrules. */
    public static ObjectNode minutes(String decision, String therapy, String... overrules) {
        var minutes = JSON.createObjectNode()
                .put("heldOn", today().toString())
                .put("organiser", "750100208")
                .put("quorum", true)
                .put("therapy", therapy)
                .put("decision", decision)
                .put("reason", "CLINICAL_GROUNDS");
        minutes.putArray("members").addObject().put("function", "GENETICIST").put("rpps", "99700218896");
        var criteria = minutes.putArray("overrules");
        for (var criterion : overrules) {
            criteria.add(criterion);
        }
        return minutes;
    }

    /** Of this moment: a run may go on past midnight, and what is said then is not before what was done then. */
    public static LocalDate today() {
        return LocalDate.now(PARIS);
    }
}
