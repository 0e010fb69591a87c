package fr.genereferral.hubdirectory.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.Offer;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be done with an offer now; whatever is not listed is refused. */
@Schema(name = "OfferActions")
record OfferActions(List<Action> actions) {

    /**
     * One action.
     *
     * @param needs fields of the body with the values they may take
     */
    @Schema(name = "OfferAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(String action, String method, String href, Needs needs) {}

    /** A decline needs a reason. */
    @Schema(name = "DeclineNeeds")
    record Needs(List<String> reason) {}

    /** @param mayTake whether the hub is accredited for this child today, and has a place */
    static OfferActions of(Offer offer, boolean mayTake) {
        if (!offer.isOpen()) {
            return new OfferActions(List.of());
        }
        var href = "/v1/offers/" + offer.id();
        var reasons = Arrays.stream(DeclineReason.values()).map(Enum::name).toList();
        var decline = new Action("DECLINE", "POST", href + "/declinal", new Needs(reasons));
        return mayTake
                ? new OfferActions(List.of(new Action("ACCEPT", "POST", href + "/acceptance", null), decline))
                : new OfferActions(List.of(decline));
    }
}
