package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.Offer;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a yes came with: codes of the reference data.
 *
 * @param firstAppointment absent while none is named
 * @param contact absent where nobody in particular is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AcceptanceTerms")
public record TermsRepresentation(First firstAppointment, Desk contact, List<String> conditions, List<String> bring) {

    /** A day, or the days between which it will be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FirstAppointment")
    public record First(LocalDate on, LocalDate from, LocalDate to) {}

    /** Whom to ask for at the hub. */
    @Schema(name = "HubDesk")
    public record Desk(HubFunction function, String telephone) {}

    /** Null where the yes came with nothing, and once it holds no longer: nobody is to come to that appointment. */
    public static TermsRepresentation of(Offer offer) {
        return offer.terms() == null || !offer.stands() ? null : of(offer.terms());
    }

    private static TermsRepresentation of(AcceptanceTerms terms) {
        var first = terms.firstAppointment();
        var contact = terms.contact();
        return new TermsRepresentation(
                first == null ? null : new First(first.on(), first.from(), first.to()),
                contact == null ? null : new Desk(contact.function(), contact.telephone()),
                terms.conditions(),
                terms.bring());
    }
}
