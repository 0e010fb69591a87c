package fr.genereferral.hubdirectory.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.RoutingParameters;
import fr.genereferral.hubdirectory.travel.Journey;
import fr.genereferral.hubdirectory.travel.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A match run as it is read.
 *
 * @param day the day for which accreditations, ages and legs were read
 * @param parameters the weights of the choice and the limits for answering, with the day they hold from
 * @param legsAsOf date of the youngest travel data used
 * @param origin where the journey begins; absent for a hub that holds the request no longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MatchRun")
record MatchRunRepresentation(
        UUID id,
        int routing,
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
    record Ranked(int rank, HubName hub, boolean illustrative, Terms terms, Journey travel) {

        static Ranked from(MatchRun.Candidate candidate, Reader reader) {
            var readable = reader.mayReadTermsOf(candidate.hub().id());
            return new Ranked(
                    candidate.rank(),
                    candidate.hub(),
                    candidate.illustrative(),
                    readable ? Terms.from(candidate.terms()) : null,
                    readable ? candidate.travel() : null);
        }
    }

    /**
     * What the ranking adds up.
     *
     * @param expectedWaitDays absent while it is unknown, which weighs nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Terms")
    record Terms(int travelMinutes, Integer expectedWaitDays, int waitingMinutes, int followedMinutes, int cost) {

        static Terms from(MatchRun.Terms terms) {
            return new Terms(
                    terms.travelMinutes(),
                    terms.expectedWaitDays(),
                    terms.waitingMinutes(),
                    terms.followedMinutes(),
                    terms.cost());
        }
    }

    static MatchRunRepresentation from(MatchRun run, Reader reader) {
        return new MatchRunRepresentation(
                run.id(),
                run.routing(),
                run.therapy(),
                run.day(),
                run.madeAt(),
                reader.knowsTheChild() ? run.origin() : null,
                run.parameters(),
                run.legsAsOf(),
                run.ranked().stream().map(c -> Ranked.from(c, reader)).toList(),
                run.excluded());
    }
}
