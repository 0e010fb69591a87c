package fr.genereferral.hubdirectory.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.AnswerLimits;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.PublicHolidays;
import fr.genereferral.hubdirectory.Succession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whoever is being asked for a child and may no longer take it is asked no more: the next hub is. */
@ApplicationScoped
class AskingTheNext {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Placements placements;
    private final PublicHolidays holidays;
    private final Clock clock;

    AskingTheNext(Placements placements, PublicHolidays holidays, Clock clock) {
        this.placements = placements;
        this.holidays = holidays;
        this.clock = clock;
    }

    /**
     * Joins the transaction that has taken something away from the hub.
     *
     * @param therapy null for every therapy
     */
    Uni<Void> insteadOf(String hub, String therapy) {
        return placements.changeAsked(
                hub,
                therapy,
                (placement, run, desk) -> placement.loseAccreditation(succession(placement, run, desk), desk.now()));
    }

    private Succession succession(Placement placement, MatchRun run, Placements.Desk desk) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var limits = new AnswerLimits(desk.directory().parametersOn(today), holidays);
        var terms = new Succession.Terms(limits, UuidCreator::getTimeOrderedEpoch);
        var request = placement.lastRouting().request();
        return Succession.asOf(today, run, request, desk.directory(), terms);
    }
}
