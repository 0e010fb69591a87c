package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.ExclusionReason;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.PlacementRecords.StoredRun;
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
 * @param byHand whether somebody has named a hub by it; absent in a preview
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
        Boolean byHand,
        String therapy,
        LocalDate day,
        Instant madeAt,
        Origin origin,
        ParametersRepresentation parameters,
        LocalDate legsAsOf,
        List<Ranked> ranked,
        List<Excluded> excluded) {

    /**
     * What a reader may see of a run.
     *
     * @param origin null for whoever may not know where the child comes from
     * @param hub null for whoever reads everything; a hub is told nothing of what a family said of another
     * @param terms hubs whose terms the reader may see
     */
    public record Sight(Origin origin, String hub, Predicate<String> terms) {

        static Sight ofAll(MatchRun run) {
            return new Sight(run.origin(), null, all -> true);
        }

        /** That a family prefers another hub is a 0 here. */
        private Integer preferred(Integer minutes) {
            return hub != null && minutes != null && minutes == 0 ? null : minutes;
        }

        /** Were other reasons shown, the one that is not would be the family's. */
        private ExclusionReason reason(MatchRun.Exclusion exclusion) {
            return hub == null || hub.equals(exclusion.hub().id()) ? exclusion.reason() : null;
        }
    }

    /** A hub left out; the filter that did it is absent when the reader may not know it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Exclusion")
    public record Excluded(HubName hub, ExclusionReason reason) {}

    /** A hub in the ranking; its terms and its journey are absent when the reader may not see them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RankedHub")
    public record Ranked(int rank, HubName hub, boolean illustrative, Terms terms, Journey travel, TravelNeeds needs) {

        static Ranked from(MatchRun.Candidate candidate, Sight sight) {
            var readable = sight.terms().test(candidate.hub().id());
            return new Ranked(
                    candidate.rank(),
                    candidate.hub(),
                    candidate.illustrative(),
                    readable ? Terms.from(candidate.terms(), sight) : null,
                    readable ? candidate.travel() : null,
                    readable ? candidate.needs() : null);
        }
    }

    /**
     * What the ranking adds up.
     *
     * @param expectedWaitDays absent while it is unknown, which weighs nothing
     * @param preferredMinutes absent when the family named no hub; for a hub, also when it named another
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

        static Terms from(MatchRun.Terms terms, Sight sight) {
            return new Terms(
                    terms.travelMinutes(),
                    terms.expectedWaitDays(),
                    terms.waitingMinutes(),
                    terms.followedMinutes(),
                    sight.preferred(terms.preferredMinutes()),
                    terms.cost());
        }
    }

    /** A run that was made for nobody. */
    public static MatchRunRepresentation preview(MatchRun run) {
        return from(run, null, null, Sight.ofAll(run));
    }

    /** A run of a placement. */
    public static MatchRunRepresentation from(StoredRun stored, Sight sight) {
        return from(stored.run(), stored.run().routing(), stored.byHand(), sight);
    }

    private static MatchRunRepresentation from(MatchRun run, Integer routing, Boolean byHand, Sight sight) {
        return new MatchRunRepresentation(
                run.id(),
                routing,
                byHand,
                run.therapy(),
                run.day(),
                run.madeAt(),
                sight.origin(),
                ParametersRepresentation.from(run.parameters()),
                run.legsAsOf(),
                run.ranked().stream()
                        .map(candidate -> Ranked.from(candidate, sight))
                        .toList(),
                run.excluded().stream()
                        .map(exclusion -> new Excluded(exclusion.hub(), sight.reason(exclusion)))
                        .toList());
    }
}
