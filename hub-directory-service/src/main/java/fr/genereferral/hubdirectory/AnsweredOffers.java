package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Port to what hubs have answered, counted. A child counts once for a hub and a therapy, with the first offer that the hub has
 * answered or let lapse, in the month of that answer; what was withdrawn, revoked or is still open before any answer is none.
 */
public interface AnsweredOffers {
    String EVERY_THERAPY = "*";

    /**
     * Counts by hub, therapy, distance, completeness and answer; with the parameters in force on the last day.
     *
     * @return fails with {@link Refused} PARAMETER_INVALID where none were in force yet
     */
    Uni<Counted> count(Question question);

    /**
     * Of a whole year and of all therapies together: a child counts once for a hub, whatever it was asked for. Therefore years share no
     * child of a hub.
     *
     * @return counts whose therapy is {@link #EVERY_THERAPY}; fails as {@link #count} does
     */
    Uni<Counted> countOfYear(Year year);

    /**
     * What is counted.
     *
     * @param from the first month, in Paris
     * @param to the last month, included
     */
    record Question(YearMonth from, YearMonth to, Optional<String> hub, Optional<String> therapy) {}

    /** @param counts those that are not 0, by the name and the number of the hub, then by therapy */
    record Counted(PatternParameters parameters, List<Count> counts) {}

    /** How many children of one kind. */
    record Count(
            HubName hub,
            String therapy,
            DistanceBand band,
            Completeness completeness,
            FirstAnswer answer,
            int children) {}

    /**
     * What a hub has answered first.
     *
     * @param state ACCEPTED (whatever has come of it), DECLINED or EXPIRED
     * @param reason null unless DECLINED
     */
    record FirstAnswer(OfferState state, DeclineReason reason) {}
}
