package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.RoutingParameters;
import fr.genereferral.hubdirectory.travel.Journey;
import fr.genereferral.hubdirectory.travel.Origin;
import fr.genereferral.hubdirectory.travel.TravelNeeds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A match run as it is read.
 *
 * @param id absent in a preview, as the number of the routing is: nothing was asked
 * @param day the day for which accreditations, ages and legs were read
 * @param parameters the weights of the choice and the limits for answering, with the day they hold from
 * @param legsAsOf date of the youngest travel data used
 * @param origin where the journey begins; absent for a hub that holds the request no longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MatchRun")
public record MatchRunRepresentation(
        UUID id,
        Integer routing,
        String therapy,
        LocalDate day,
        Instant madeAt,
        Origin origin,
        RoutingParameters parameters,
        LocalDate legsAsOf,
        List<Ranked> ranked,
        List<MatchRun.Exclusion> excluded) {

    /** A hub in the ranking; its terms and its journey are absent when the reader may not see them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RankedHub")
    public record Ranked(int rank, HubName hub, boolean illustrative, Terms terms, Journey travel, TravelNeeds needs) {

        static Ranked from(MatchRun.Candidate candidate, boolean readable) {
            return new Ranked(
                    candidate.rank(),
                    candidate.hub(),
                    candidate.illustrative(),
                    readable ? Terms.from(candidate.terms()) : null,
                    readable ? candidate.travel() : null,
                    readable ? candidate.needs() : null);
        }
    }

    /**
     * What the ranking adds up.
     *
     * @param expectedWaitDays absent while it is unknown, which weighs nothing
     * @param preferredMinutes absent when the family named no hub
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Terms")
    public record Terms(
            int travelMinutes,
            Integer expectedWaitDays,
            int waitingMinutes,
            int followedMinutes,
            Integer preferredMinutes,
            int cost) {

        static Terms from(MatchRun.Terms terms) {
            return new Terms(
                    terms.travelMinutes(),
                    terms.expectedWaitDays(),
                    terms.waitingMinutes(),
                    terms.followedMinutes(),
                    terms.preferredMinutes(),
                    terms.cost());
        }
    }

    /** A run that was made for nobody. */
    public static MatchRunRepresentation preview(MatchRun run) {
        return from(run, null, run.origin(), hub -> true);
    }

    /**
     * A run of a placement.
     *
     * @param origin null for whoever may not know it
     * @param readable hubs whose terms the reader may see
     */
    public static MatchRunRepresentation from(MatchRun run, Origin origin, Predicate<String> readable) {
        return from(run, run.routing(), origin, readable);
    }

    private static MatchRunRepresentation from(
            MatchRun run, Integer routing, Origin origin, Predicate<String> readable) {
        return new MatchRunRepresentation(
                run.id(),
                routing,
                run.therapy(),
                run.day(),
                run.madeAt(),
                origin,
                run.parameters(),
                run.legsAsOf(),
                run.ranked().stream()
                        .map(candidate -> Ranked.from(
                                candidate, readable.test(candidate.hub().id())))
                        .toList(),
                run.excluded());
    }
}
