package fr.genereferral.referral.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.AcceptanceTerms;
import fr.genereferral.referral.web.TermLabels.Kind;
import fr.genereferral.referral.web.TermLabels.Labelled;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a hub has said with its yes, in codes and in words.
 *
 * @param firstAppointment absent while none is named
 * @param contact absent where nobody in particular is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AcceptanceTerms")
record TermsRepresentation(First firstAppointment, Desk contact, List<Labelled> conditions, List<Labelled> bring) {

    /** A day, or the days between which it will be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FirstAppointment")
    record First(LocalDate on, LocalDate from, LocalDate to) {}

    /** Whom to ask for at the hub. */
    @Schema(name = "HubDesk")
    record Desk(Labelled function, String telephone) {}

    static TermsRepresentation from(AcceptanceTerms terms) {
        var first = terms.firstAppointment();
        var contact = terms.contact();
        return new TermsRepresentation(
                first == null ? null : new First(first.on(), first.from(), first.to()),
                contact == null ? null : new Desk(Kind.FUNCTION.of(contact.function()), contact.telephone()),
                terms.conditions().stream().map(Kind.CONDITION::of).toList(),
                terms.bring().stream().map(Kind.BRING::of).toList());
    }
}
