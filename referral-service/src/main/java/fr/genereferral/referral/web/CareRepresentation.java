package fr.genereferral.referral.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Care;
import fr.genereferral.referral.Meeting;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a child's care has come.
 *
 * @param decision what the last meeting of experts has decided that did decide; absent before
 * @param startedOn the day on which care began; absent before
 * @param outcome how it has ended; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Care")
record CareRepresentation(Decided decision, LocalDate startedOn, Care.Ending outcome) {

    /** A decision that stands; what it settles beyond what it overrules is the state machine's own affair. */
    @Schema(name = "Decided")
    record Decided(
            String therapy, Meeting.Decision decision, LocalDate heldOn, List<String> overrules, int dossierVersion) {
        private static Decided of(fr.genereferral.referral.Decided one) {
            return new Decided(one.therapy(), one.decision(), one.heldOn(), one.overrules(), one.dossierVersion());
        }
    }

    /** Null before there is anything to tell. */
    static CareRepresentation of(Care care) {
        if (!care.hasAny()) {
            return null;
        }
        var decision = care.decision() == null ? null : Decided.of(care.decision());
        return new CareRepresentation(decision, care.startedOn(), care.outcome());
    }
}
