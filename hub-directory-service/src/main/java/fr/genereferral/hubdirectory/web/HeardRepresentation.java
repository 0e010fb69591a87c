package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.AnswerChannel;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.Offer;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a hub's answer came that somebody else has written down.
 *
 * @param saidBy who has said it at the hub
 * @param recordedBy subject of the person who has written it down
 * @param recordedFor organisation of that person
 */
@Schema(name = "Heard")
public record HeardRepresentation(
        AnswerChannel channel, SaidBy saidBy, Instant saidAt, String recordedBy, String recordedFor) {

    /** @param rpps absent when it was not told */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SaidBy")
    public record SaidBy(HubFunction function, String rpps) {}

    /** Null where the hub has answered itself, or nobody has. */
    public static HeardRepresentation of(Offer offer) {
        var heard = offer.heard();
        return heard == null
                ? null
                : new HeardRepresentation(
                        heard.channel(),
                        new SaidBy(heard.function(), heard.rpps()),
                        heard.saidAt(),
                        offer.answeredBy(),
                        heard.organisation());
    }
}
