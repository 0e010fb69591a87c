package fr.genereferral.hubdirectory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who is asked next as the directory stands today. The hard filters are asked again each time: a ranking may be days old.
 */
public final class Successions {
    private final PublicHolidays holidays;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** @param ids ids for new offers */
    public Successions(PublicHolidays holidays, Clock clock, Supplier<UUID> ids) {
        this.holidays = holidays;
        this.clock = clock;
        this.ids = ids;
    }

    /** The day by which accreditations, ages and parameters are read. */
    public LocalDate today() {
        return Paris.dayOf(clock.instant());
    }

    /** Of a placement that is at a match run. */
    public Succession of(Placement placement, MatchRun run, Placements.Desk desk) {
        return of(placement.lastRouting().request(), run, desk);
    }

    /** Of a routing that has just been ranked. */
    public Succession of(RoutingRequest request, MatchRun run, Placements.Desk desk) {
        return Succession.asOf(today(), run, request, desk.directory(), new Succession.Terms(limits(desk), ids));
    }

    /** How long a hub has to answer, and how long its clock may rest. */
    public AnswerLimits limits(Placements.Desk desk) {
        return new AnswerLimits(desk.directory().parametersOn(today()), holidays);
    }
}
