package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.CheckDigits;
import fr.genereferral.referral.dossier.DateCheck;
import fr.genereferral.referral.dossier.GeneticsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** What a schema cannot say of a dossier: consent is given, dates are possible, what is named exists. */
@ApplicationScoped
class DossierCheck {
    private static final List<String> CONSENTS = List.of("geneticTest", "sharing");
    private static final int MAJORITY = 18;

    private final Clock clock;

    DossierCheck(Clock clock) {
        this.clock = clock;
    }

    /** @param dossier of the right form; what is missing in it is not said here, but for what nothing is sent without */
    List<Violation> violations(JsonNode dossier) {
        var today = Paris.dayOf(clock.instant());
        var born = dossier.path("birthDate").textValue();
        var birth = born == null ? null : LocalDate.parse(born);
        var found = new ArrayList<Violation>();
        found.addAll(new DateCheck(dossier, birth, today).violations());
        var minor = birth != null && Period.between(birth, today).getYears() < MAJORITY;
        consent(dossier.path("consent"), minor, found);
        clinician(dossier.path("clinician"), found);
        found.addAll(new GeneticsCheck(dossier.path("genetics")).violations());
        return found;
    }

    private static void consent(JsonNode consent, boolean minor, List<Violation> found) {
        for (var kind : CONSENTS) {
            var pointer = "/dossier/consent/" + kind;
            if (!consent.path(kind).path("given").asBoolean(false)) {
                found.add(new Violation(pointer, "CONSENT_MISSING", null));
            }
            if (minor && consent.path(kind).path("by").asText().equals("patient")) {
                var allowed = "parental-authority, legal-guardian";
                found.add(new Violation(pointer + "/by", "CONSENT_BY_WRONG_PERSON", allowed));
            }
        }
    }

    private static void clinician(JsonNode clinician, List<Violation> found) {
        if (clinician.isMissingNode()) {
            found.add(new Violation("/dossier/clinician", "CLINICIAN_MISSING", null));
        } else if (clinician.has("rpps")
                && !CheckDigits.areRightInRpps(clinician.path("rpps").textValue())) {
            found.add(new Violation("/dossier/clinician/rpps", "WRONG_CHECK_DIGIT", null));
        }
    }
}
