package fr.genereferral.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.json.DossierReader;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** A case whose dossier is changed a little, and what is said of it then. */
final class Changed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode given;
    private RulesInForce rules = Packs.shipped();

    private Changed(ObjectNode given) {
        this.given = given;
    }

    static Changed of(String caseName) {
        return new Changed(Samples.caseFile(caseName));
    }

    /** Puts a value in the place of another, as {@code /sex "male"}; a field without a value is taken away. */
    Changed with(String change) {
        var pointer = change.split(" ", 2)[0];
        var value = change.contains(" ") ? read(change.split(" ", 2)[1]) : null;
        var last = pointer.lastIndexOf('/');
        var name = pointer.substring(last + 1);
        if (given.get("dossier").at(pointer.substring(0, last)) instanceof ArrayNode list) {
            list.add(value);
            return this;
        }
        var parent = (ObjectNode) given.get("dossier").at(pointer.substring(0, last));
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, value);
        }
        return this;
    }

    Changed without(String... facts) {
        var unwanted = List.of(facts);
        var stated = given.withObject("/dossier").withArray("facts");
        for (var i = stated.size() - 1; i >= 0; i--) {
            if (unwanted.contains(stated.get(i).get("code").asText())) {
                stated.remove(i);
            }
        }
        return this;
    }

    Changed under(RulesInForce others) {
        rules = others;
        return this;
    }

    Changed change(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) given.get("dossier"));
        return this;
    }

    Dossier dossier() {
        return DossierReader.read(given.get("dossier"));
    }

    Assessment assess() {
        return new Assessor(rules).assess(dossier(), List.of(), day());
    }

    TherapyVerdict verdict(String therapy) {
        return assess().verdicts().stream()
                .filter(v -> v.pack().therapy().equals(therapy))
                .findFirst()
                .orElseThrow();
    }

    Explanation explanation(String therapy, String criterion) {
        return verdict(therapy).criteria().stream()
                .filter(c -> c.id().equals(criterion))
                .findFirst()
                .orElseThrow()
                .explanation();
    }

    LocalDate day() {
        return LocalDate.parse(given.get("asOf").asText());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
