package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.support.Ins;
import fr.genereferral.e2e.support.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies that must be accepted: what the description shows, with every optional field that a dossier may have. */
final class Bodies {
    /** Stands in every identity that is sent. */
    static final String CANARY = "Zzcanari";

    /** How all test numbers begin, of the Corsican sort. */
    static final String INS = "287112B033";

    private static final int ORDERS = 1000;
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    /** Letters that are read from the right, have no width, combine, or need two halves; all of them may be in a name. */
    private static final String[] LETTERS = {
        "a",
        "Z",
        "é",
        "ß",
        "'",
        "-",
        " ",
        "\u202E",
        "\u200B",
        "\u200F",
        "\u2066",
        "\u0301",
        "\uD83E\uDDEC",
        "أ",
        "ש",
        "中",
        "\\",
        "\"",
        "<",
        "%",
        "\uFEFF",
        "\uFFFD"
    };

    private final Random random;

    Bodies(Random random) {
        this.random = random;
    }

    /** The first example, filled up. */
    static ObjectNode full(Operation operation) {
        var body = (ObjectNode) operation.bodies().get(0).deepCopy();
        if (body.has("dossier")) {
            fill((ObjectNode) body.get("dossier"));
            body.putArray("therapiesSought").add("ONA-IV").add("UPS");
        }
        for (var day : List.of("heldOn", "on")) {
            if (body.has(day)) {
                // Neither before the child was accepted nor yet to come.
                body.put(day, Sample.today().toString());
            }
        }
        if (body.has("saidAt")) {
            // Neither before the hub was asked nor yet to come.
            body.put("saidAt", Instant.now().toString());
        }
        if (body.has("firstAppointment")) {
            // Neither past nor farther ahead than a year.
            var first = (ObjectNode) body.get("firstAppointment");
            first.fieldNames()
                    .forEachRemaining(
                            day -> first.put(day, Sample.today().plusDays(14).toString()));
        }
        if (body.has("endsOn")) {
            // After the beginning of the accreditation that the other example grants.
            body.put("endsOn", "2027-01-31");
        }
        if (operation.id().equals("replayMatchRuns")) {
            // A day with no run: the long run's tests make more of them than are replayed while a caller waits.
            body.put("to", body.path("from").asText());
        }
        if (body.path("other").isTextual()) {
            body.put("other", Targets.other());
        }
        if (body.has("holds")) {
            body.put("holds", Targets.choice());
        }
        if (body.has("identity")) {
            body.set("identity", identity());
        }
        return body;
    }

    private static void fill(ObjectNode dossier) {
        var today = Sample.today().toString();
        dossier.put("followedBy", "130804297");
        dossier.withObject("/disease").put("diagnosedOn", today);
        ((ObjectNode) dossier.at("/facts/0"))
                .put("method", "balance")
                .put("expectedDate", today)
                .put("operator", "=");
        ((ObjectNode) dossier.at("/antibodies/0")).put("assay", "ELISA").put("laboratory", "Laboratoire d'exemple");
        ((ObjectNode) dossier.at("/genetics/reports/0"))
                .put("accreditation", "8-0000")
                .put("secondSample", true);
        var genetics = (ObjectNode) dossier.get("genetics");
        genetics.putObject("analysis").put("method", "mlpa").put("scope", "full");
        var variants = genetics.putArray("variants");
        variant(variants, "v1");
        variant(variants, "v2");
        var phase =
                genetics.putArray("phases").addObject().put("phase", "trans").put("method", "parents");
        phase.putArray("variants").add("v1").add("v2");
    }

    private static void variant(ArrayNode variants, String id) {
        variants.addObject()
                .put("id", id)
                .put("gene", "HGNC:11117")
                .put("symbol", "SMN1")
                .put("hgvs", "NM_000344.4:c.770_780dup")
                .put("protein", "p.(Gly261fs)")
                .put("type", "indel")
                .put("zygosity", "heterozygous")
                .put("alleleFraction", 0.5)
                .put("acmgClass", 4)
                .put("classifiedOn", Sample.today().toString())
                .put("report", "r1")
                .putObject("exons")
                .put("first", 6)
                .put("last", 6)
                .put("numbering", "legacy");
    }

    private static ObjectNode identity() {
        var identity = ServedApi.JSON.createObjectNode().put("identityStatus", "QUAL");
        for (var name : List.of("familyName", "usedName", "motherBirthName", "hospitalFileNumber")) {
            identity.put(name, CANARY + name);
        }
        identity.putArray("givenNames").add(CANARY + "Une").add(CANARY + "Deux");
        identity.put("birthPlace", "2B033");
        numbered(identity);
        identity.putObject("address")
                .put("postalCode", "20200")
                .put("city", CANARY + "ville")
                .putArray("lines")
                .add(CANARY + " 1");
        identity.putArray("contacts")
                .addObject()
                .put("name", CANARY + "tante")
                .put("relation", "tante")
                .put("telephone", "+33 4 00 00 00 00")
                .put("email", CANARY + "@example.fr");
        return identity;
    }

    /** No child is sent twice: each has a number of its own, with its right key. */
    static void numbered(ObjectNode identity) {
        Ins.qualify(identity, Ins.withKey(INS + "%03d".formatted(CHILDREN.incrementAndGet() % ORDERS)));
    }

    /** Still valid: other texts and other bounds, wherever the description leaves them free. */
    byte[] varied(Operation operation) {
        var body = full(operation);
        for (var spot : Spot.all(operation.api(), body, operation.bodySchema())) {
            if (spot.isRoot() || random.nextInt(4) > 0) {
                continue;
            }
            if (isFreeText(spot.schema()) && !spot.at().endsWith("/unit")) {
                put(body, spot, ServedApi.JSON.getNodeFactory().textNode(text(spot.schema())));
            } else if (spot.schema().has("maximum") && spot.schema().has("minimum") && !isOrdered(spot.at())) {
                put(body, spot, spot.schema().get(random.nextBoolean() ? "maximum" : "minimum"));
            }
        }
        if (body.has("identity") && random.nextBoolean()) {
            ((ObjectNode) body.get("identity")).remove(List.of("ins", "usedName", "contacts", "motherBirthName"));
        }
        return WholeDamage.utf8(body.toString());
    }

    /** Two numbers that bound each other. */
    private static boolean isOrdered(String pointer) {
        return pointer.contains("/exons/") || pointer.endsWith("AgeYears") || pointer.endsWith("WeightKg");
    }

    /** A format binds the letters as much as a pattern does. */
    private static boolean isFreeText(JsonNode schema) {
        return schema.path("pattern").asText().startsWith("^[^\\u0000") && !schema.has("format");
    }

    private String text(JsonNode schema) {
        var most = schema.path("maxLength").asInt(40);
        var length =
                switch (random.nextInt(3)) {
                    case 0 -> 1;
                    case 1 -> most;
                    default -> 1 + random.nextInt(most);
                };
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private static void put(ObjectNode body, Spot spot, JsonNode value) {
        var parent = body.at(spot.pointer().head());
        if (parent instanceof ArrayNode array) {
            array.set(spot.pointer().last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(spot.pointer().last().getMatchingProperty(), value);
        }
    }
}
