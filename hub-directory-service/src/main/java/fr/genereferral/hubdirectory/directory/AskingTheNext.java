package fr.genereferral.hubdirectory.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.AnswerLimits;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.PublicHolidays;
import fr.genereferral.hubdirectory.Succession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

/** Whoever may no longer take a child is asked no more, or keeps it no longer: the next hub is asked. */
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

    /** The coordinator's word on a hub that had accepted; where it moves the child, the next hub is asked. */
    Uni<Void> afterAYes(UUID referral, Function<Instant, LossConfirmation> said) {
        return placements.change(
                referral,
                (placement, run, desk) ->
                        placement.confirmLoss(said.apply(desk.now()), succession(placement, run, desk), desk.now()));
    }

    private Succession succession(Placement placement, MatchRun run, Placements.Desk desk) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var limits = new AnswerLimits(desk.directory().parametersOn(today), holidays);
        var terms = new Succession.Terms(limits, UuidCreator::getTimeOrderedEpoch);
        var request = placement.lastRouting().request();
        return Succession.asOf(today, run, request, desk.directory(), terms);
    }
}
