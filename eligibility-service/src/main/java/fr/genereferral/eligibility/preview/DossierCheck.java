package fr.genereferral.eligibility.preview;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.FactDictionary;
import fr.genereferral.eligibility.Refused.Violation;
import fr.genereferral.eligibility.json.KnowledgeReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a schema cannot say of a dossier: facts are in the dictionary, dates possible, what is named exists. */
@ApplicationScoped
class DossierCheck {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Set<String> NUCLEAR_ZYGOSITIES = Set.of("homozygous", "heterozygous", "hemizygous");

    /** Lists of results, and the field that says when each was found. */
    private static final List<Map.Entry<String, String>> DATED = List.of(
            Map.entry("/antibodies", "date"),
            Map.entry("/genetics/reports", "signedOn"),
            Map.entry("/genetics/variants", "classifiedOn"),
            Map.entry("/genetics/copyNumbers", "date"));

    private final FactDictionary dictionary = KnowledgeReader.dictionary();

    List<Violation> violations(JsonNode dossier, LocalDate asOf, LocalDate today) {
        var found = new ArrayList<Violation>();
        birthDate(dossier, asOf, found);
        facts(dossier.path("facts"), "/dossier/facts", today, found);
        DATED.forEach(d -> notInFuture(dossier.at(d.getKey()), "/dossier" + d.getKey(), d.getValue(), today, found));
        List.of("/disease/diagnosedOn", "/consent/geneticTest/on", "/consent/sharing/on")
                .forEach(date -> notInFuture(dossier.at(date), "/dossier" + date, today, found));
        reports(dossier.path("genetics"), found);
        zygosity(dossier.path("genetics").path("variants"), found);
        return found;
    }

    static void notInFuture(JsonNode list, String name, String field, LocalDate today, List<Violation> found) {
        for (var i = 0; i < list.size(); i++) {
            notInFuture(list.get(i).path(field), name + "/" + i + "/" + field, today, found);
        }
    }

    private static void notInFuture(JsonNode date, String pointer, LocalDate today, List<Violation> found) {
        if (date.isTextual() && LocalDate.parse(date.textValue()).isAfter(today)) {
            found.add(new Violation(pointer, "DATE_IN_FUTURE", today.toString()));
        }
    }

    private static void birthDate(JsonNode dossier, LocalDate asOf, List<Violation> found) {
        var birth = LocalDate.parse(dossier.path("birthDate").textValue());
        if (birth.isAfter(asOf)) {
            found.add(new Violation("/dossier/birthDate", "DATE_IN_FUTURE", asOf.toString()));
        }
        if (birth.isBefore(EARLIEST)) {
            found.add(new Violation("/dossier/birthDate", "DATE_IMPLAUSIBLE", EARLIEST.toString()));
        }
    }

    void facts(JsonNode facts, String pointer, LocalDate today, List<Violation> found) {
        var stated = StreamSupport.stream(facts.spliterator(), false)
                .map(DossierCheck::stated)
                .toList();
        dictionary.check(stated, pointer, today).forEach(v -> {
            var allowed = v.allowed().isEmpty() ? null : String.join(", ", v.allowed());
            found.add(new Violation(v.pointer(), v.code().name(), v.suggestion().orElse(allowed)));
        });
    }

    private static FactDictionary.Stated stated(JsonNode fact) {
        var date = fact.path("date").textValue();
        return new FactDictionary.Stated(
                fact.path("code").textValue(),
                fact.path("state").textValue(),
                value(fact.path("value")),
                fact.path("unit").textValue(),
                fact.path("operator").textValue(),
                date == null ? null : LocalDate.parse(date));
    }

    private static Object value(JsonNode value) {
        if (value.isNumber()) {
            return new BigDecimal(value.asText());
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    private static void reports(JsonNode genetics, List<Violation> found) {
        for (var list : List.of("variants", "copyNumbers")) {
            reports(genetics, genetics.path(list), "/dossier/genetics/" + list + "/", found);
        }
    }

    static void reports(JsonNode genetics, JsonNode results, String pointer, List<Violation> found) {
        var reports = new HashSet<String>();
        genetics.path("reports").forEach(r -> reports.add(r.path("id").asText()));
        for (var i = 0; i < results.size(); i++) {
            var report = results.get(i).path("report").textValue();
            if (report != null && !reports.contains(report)) {
                found.add(new Violation(pointer + i + "/report", "REPORT_UNKNOWN", null));
            }
        }
    }

    /** A mitochondrial genome has no two alleles. */
    private static void zygosity(JsonNode variants, List<Violation> found) {
        for (var i = 0; i < variants.size(); i++) {
            var variant = variants.get(i);
            if (isMitochondrial(variant)
                    && NUCLEAR_ZYGOSITIES.contains(variant.path("zygosity").asText())) {
                var pointer = "/dossier/genetics/variants/" + i + "/zygosity";
                found.add(new Violation(pointer, "ZYGOSITY_IMPOSSIBLE", "homoplasmic, heteroplasmic"));
            }
        }
    }

    /** By its type, or by a name in mitochondrial coordinates. */
    private static boolean isMitochondrial(JsonNode variant) {
        return variant.path("type").asText().equals("mtdna")
                || variant.path("hgvs").asText().contains(":m.");
    }
}
