package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds the genetic results of a dossier against each other: ids are there, and once; a zygosity is possible. */
public class GeneticsCheck {
    private static final String GENETICS = "/dossier/genetics/";
    private static final Set<String> NUCLEAR_ZYGOSITIES = Set.of("homozygous", "heterozygous", "hemizygous");

    private final JsonNode genetics;
    private final List<Violation> found = new ArrayList<>();

    public GeneticsCheck(JsonNode genetics) {
        this.genetics = genetics;
    }

    public List<Violation> violations() {
        var reports = ids("reports");
        var variants = ids("variants");
        reportsOf("variants", reports);
        reportsOf("copyNumbers", reports);
        phases(variants);
        zygosity();
        return found;
    }

    /** The ids of a list; the second of two equal ones could not be told from the first. */
    private Set<String> ids(String list) {
        var ids = new HashSet<String>();
        for (var i = 0; i < genetics.path(list).size(); i++) {
            var id = genetics.path(list).get(i).path("id").textValue();
            if (id != null && !ids.add(id)) {
                found.add(new Violation(GENETICS + list + "/" + i + "/id", "DUPLICATE", null));
            }
        }
        return ids;
    }

    private void reportsOf(String list, Set<String> reports) {
        for (var i = 0; i < genetics.path(list).size(); i++) {
            var report = genetics.path(list).get(i).path("report").textValue();
            if (report != null && !reports.contains(report)) {
                found.add(new Violation(GENETICS + list + "/" + i + "/report", "REPORT_UNKNOWN", null));
            }
        }
    }

    private void phases(Set<String> variants) {
        for (var i = 0; i < genetics.path("phases").size(); i++) {
            var named = genetics.path("phases").get(i).path("variants");
            for (var j = 0; j < named.size(); j++) {
                if (!variants.contains(named.get(j).textValue())) {
                    var pointer = GENETICS + "phases/" + i + "/variants/" + j;
                    found.add(new Violation(pointer, "VARIANT_UNKNOWN", null));
                }
            }
        }
    }

    private void zygosity() {
        for (var i = 0; i < genetics.path("variants").size(); i++) {
            var variant = genetics.path("variants").get(i);
            if (isMitochondrial(variant)
                    && NUCLEAR_ZYGOSITIES.contains(variant.path("zygosity").asText())) {
                var pointer = GENETICS + "variants/" + i + "/zygosity";
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
