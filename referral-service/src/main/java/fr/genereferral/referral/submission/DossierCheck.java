package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a schema cannot say of a dossier: consent is given, dates are possible, what is named exists. */
@ApplicationScoped
class DossierCheck {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final List<String> CONSENTS = List.of("geneticTest", "sharing");
    private static final Set<String> NUCLEAR_ZYGOSITIES = Set.of("homozygous", "heterozygous", "hemizygous");

    private final Clock clock;

    DossierCheck(Clock clock) {
        this.clock = clock;
    }

    List<Violation> violations(JsonNode dossier) {
        var found = new ArrayList<Violation>();
        birthDate(dossier, found);
        consent(dossier, found);
        if (dossier.path("clinician").isMissingNode()) {
            found.add(new Violation("/dossier/clinician", "CLINICIAN_MISSING", null));
        }
        genetics(dossier.path("genetics"), found);
        return found;
    }

    private void birthDate(JsonNode dossier, List<Violation> found) {
        var birth = LocalDate.parse(dossier.path("birthDate").textValue());
        if (birth.isAfter(LocalDate.ofInstant(clock.instant(), PARIS))) {
            found.add(new Violation("/dossier/birthDate", "DATE_IN_FUTURE", null));
        }
        if (birth.isBefore(EARLIEST)) {
            found.add(new Violation("/dossier/birthDate", "DATE_IMPLAUSIBLE", EARLIEST.toString()));
        }
    }

    private static void consent(JsonNode dossier, List<Violation> found) {
        for (var kind : CONSENTS) {
            if (!dossier.path("consent").path(kind).path("given").asBoolean(false)) {
                found.add(new Violation("/dossier/consent/" + kind, "CONSENT_MISSING", null));
            }
        }
    }

    private static void genetics(JsonNode genetics, List<Violation> found) {
        var reports = new HashSet<String>();
        genetics.path("reports").forEach(r -> reports.add(r.path("id").asText()));
        for (var list : List.of("variants", "copyNumbers")) {
            var results = genetics.path(list);
            for (var i = 0; i < results.size(); i++) {
                var report = results.get(i).path("report").textValue();
                if (report != null && !reports.contains(report)) {
                    found.add(new Violation("/dossier/genetics/" + list + "/" + i + "/report", "REPORT_UNKNOWN", null));
                }
            }
        }
        zygosity(genetics.path("variants"), found);
    }

    private static void zygosity(JsonNode variants, List<Violation> found) {
        for (var i = 0; i < variants.size(); i++) {
            var variant = variants.get(i);
            if (variant.path("type").asText().equals("mtdna")
                    && NUCLEAR_ZYGOSITIES.contains(variant.path("zygosity").asText())) {
                found.add(new Violation(
                        "/dossier/genetics/variants/" + i + "/zygosity",
                        "ZYGOSITY_IMPOSSIBLE",
                        "homoplasmic, heteroplasmic"));
            }
        }
    }
}
