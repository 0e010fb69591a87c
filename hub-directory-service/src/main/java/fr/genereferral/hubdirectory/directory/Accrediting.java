package fr.genereferral.hubdirectory.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.AnswerLimits;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.IdempotencyKey;
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

/** The coordinator records what a hub may do, and until when. */
@ApplicationScoped
class Accrediting {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Hubs hubs;
    private final Placements placements;
    private final PublicHolidays holidays;
    private final Clock clock;

    Accrediting(Hubs hubs, Placements placements, PublicHolidays holidays, Clock clock) {
        this.hubs = hubs;
        this.placements = placements;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** What ends, when and why. */
    record Revocation(String therapy, LocalDate endsOn, Accreditation.EndReason reason) {}

    /** Once for each key. */
    Uni<Hub> grant(String hub, Accreditation.Grant granted, IdempotencyKey key, String by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return hubs.changeOnce(hub, key, (found, now) -> found.accredit(id, granted, by, now));
    }

    /** Whoever is being asked for a child and may no longer take it is asked no more: the next hub is. */
    Uni<Hub> revoke(String hub, Revocation revocation, String by) {
        return hubs.curtail(
                hub,
                (found, now) ->
                        found.endAccreditation(revocation.therapy(), revocation.endsOn(), revocation.reason(), by, now),
                () -> placements.changeAsked(
                        hub,
                        revocation.therapy(),
                        (placement, run, desk) ->
                                placement.loseAccreditation(succession(placement, run, desk), desk.now())));
    }

    private Succession succession(Placement placement, MatchRun run, Placements.Desk desk) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var limits = new AnswerLimits(desk.directory().parametersOn(today), holidays);
        var terms = new Succession.Terms(limits, UuidCreator::getTimeOrderedEpoch);
        var patient = placement.lastRouting().request().patient();
        return Succession.asOf(today, run, patient, desk.directory(), terms);
    }
}
