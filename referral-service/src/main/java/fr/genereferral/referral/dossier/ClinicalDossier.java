package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dossier as the other services may read it. Whatever a hospital can type freely might name a patient, so none of it
 * leaves as it was typed: what no rule reads is left out, what a rule only has to find there is said to be there, local
 * names are numbered, and of a variant's name only what variant names are made of goes on.
 */
public final class ClinicalDossier {
    /** All that a rule reads of a laboratory and its accreditation: that they are stated. */
    private static final String STATED = "stated";

    private final ObjectNode dossier;
    private final Map<String, String> reports = new HashMap<>();
    private final Map<String, String> variants = new HashMap<>();

    private ClinicalDossier(ObjectNode copy) {
        this.dossier = copy;
    }

    public static String of(ObjectNode whole) {
        var clinical = new ClinicalDossier(whole.deepCopy());
        clinical.clean();
        return clinical.dossier.toString();
    }

    private void clean() {
        dossier.remove(List.of("consent", "clinician"));
        each("/facts", ClinicalDossier::cleanFact);
        each("/antibodies", antibody -> antibody.remove(List.of("assay", "laboratory")));
        number("/genetics/reports", "r", reports);
        number("/genetics/variants", "v", variants);
        each("/genetics/reports", report -> {
            state(report, "laboratory");
            state(report, "accreditation");
        });
        each("/genetics/variants", this::cleanVariant);
        each("/genetics/copyNumbers", this::cleanCopyNumber);
        each("/genetics/phases", phase -> {
            var named = phase.withArray("variants");
            for (var i = 0; i < named.size(); i++) {
                named.set(i, phase.textNode(variants.get(named.get(i).textValue())));
            }
        });
    }

    /** A unit is held against the dictionary where a number stands beside it, and is read nowhere else. */
    private static void cleanFact(ObjectNode fact) {
        fact.remove("method");
        if (!fact.path("value").isNumber()) {
            fact.remove("unit");
        }
    }

    private void cleanVariant(ObjectNode variant) {
        variant.remove(List.of("symbol", "protein"));
        if (variant.has("hgvs")) {
            variant.put("hgvs", VariantText.travelling(variant.path("hgvs").textValue()));
        }
        renumber(variant, reports);
    }

    private void cleanCopyNumber(ObjectNode count) {
        count.remove("symbol");
        renumber(count, reports);
    }

    private static void state(ObjectNode report, String field) {
        if (report.has(field)) {
            report.put(field, STATED);
        }
    }

    /** What is not in the list has no number by which it could be cited. */
    private static void renumber(ObjectNode result, Map<String, String> reports) {
        if (result.has("report")) {
            var number = reports.get(result.path("report").textValue());
            if (number == null) {
                result.remove("report");
            } else {
                result.put("report", number);
            }
        }
    }

    /** The hospital's name for a thing becomes its number in the list. */
    private void number(String list, String prefix, Map<String, String> numbers) {
        each(list, thing -> {
            if (thing.has("id")) {
                numbers.put(thing.path("id").textValue(), prefix + (numbers.size() + 1));
                thing.put("id", numbers.get(thing.path("id").textValue()));
            }
        });
    }

    private void each(String list, java.util.function.Consumer<ObjectNode> change) {
        for (JsonNode one : dossier.at(list)) {
            change.accept((ObjectNode) one);
        }
    }
}
