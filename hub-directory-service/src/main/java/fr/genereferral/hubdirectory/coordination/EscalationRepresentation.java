package fr.genereferral.hubdirectory.coordination;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.Concern;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.Escalation;
import fr.genereferral.hubdirectory.EscalationCause;
import fr.genereferral.hubdirectory.ExclusionReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.Interventions.Case;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A child whom nobody is asked to take.
 *
 * @param state ESCALATED; RANKING when a search that was reopened has not begun for a minute: it can be reopened again
 * @param urgency as it is today
 * @param waitingSince where the equity clock started
 * @param escalatedAt since when nobody is asked
 * @param cause what has ended the search
 * @param asked hubs that were asked in this search, oldest first
 * @param excluded hubs that the choice of this search has left out
 * @param ableToday hubs that could take the child today, nearest first; by the weight that this search was asked for with;
 *     empty once the child is no longer eligible; nothing of this is kept
 * @param proposed hubs that a coordinator has named and a second person has to agree to
 * @param actions what the reader may do now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Escalation")
record EscalationRepresentation(
        UUID referralId,
        PlacementState state,
        int routing,
        String therapy,
        Urgency urgency,
        LocalDate eligibleUntil,
        Instant waitingSince,
        Instant escalatedAt,
        EscalationCause cause,
        List<Asked> asked,
        List<LeftOut> excluded,
        List<Able> ableToday,
        List<AssignmentRepresentation> proposed,
        List<PlacementActions.Action> actions) {

    /** How a hub that was asked fell out; one that somebody had named is marked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AskedHub")
    record Asked(
            UUID offerId,
            HubName hub,
            OfferState state,
            DeclineReason declineReason,
            GiveBackReason giveBackReason,
            boolean byHand,
            Instant offeredAt,
            Instant endedAt) {

        static Asked from(Escalation.Asked asked) {
            var offer = asked.offer();
            return new Asked(
                    offer.id(),
                    offer.hub(),
                    offer.state(),
                    offer.declineReason(),
                    offer.giveBackReason(),
                    asked.byHand(),
                    offer.offeredAt(),
                    offer.endedAt());
        }
    }

    /** A hub that was left out. */
    @Schema(name = "LeftOutHub")
    record LeftOut(HubName hub, ExclusionReason reason) {

        static LeftOut from(MatchRun.Exclusion exclusion) {
            return new LeftOut(exclusion.hub(), exclusion.reason());
        }
    }

    /**
     * A hub that could take the child today.
     *
     * @param expectedWaitDays absent while it is unknown
     * @param concern why a second person has to agree to it; absent where nobody has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AbleHub")
    record Able(
            int rank,
            HubName hub,
            boolean illustrative,
            int travelMinutes,
            Integer expectedWaitDays,
            int cost,
            Concern concern) {

        static Able from(Escalation.Able able) {
            var hub = able.hub();
            return new Able(
                    hub.rank(),
                    hub.hub(),
                    hub.illustrative(),
                    hub.terms().travelMinutes(),
                    hub.terms().expectedWaitDays(),
                    hub.terms().cost(),
                    able.concern().orElse(null));
        }
    }

    static EscalationRepresentation from(Case one, Escalation escalation, ReadingEscalations.Reader reader) {
        var request = escalation.request();
        return new EscalationRepresentation(
                request.referralId(),
                one.placement().state(),
                request.number(),
                request.asked().therapy(),
                escalation.urgency(),
                request.eligibleUntil(),
                request.clockStartedAt(),
                escalation.since(),
                escalation.cause(),
                escalation.asked().stream().map(Asked::from).toList(),
                escalation.excluded().stream().map(LeftOut::from).toList(),
                escalation.able().stream().map(Able::from).toList(),
                one.proposed().stream().map(AssignmentRepresentation::from).toList(),
                reader.actions(one, escalation).actions());
    }
}
