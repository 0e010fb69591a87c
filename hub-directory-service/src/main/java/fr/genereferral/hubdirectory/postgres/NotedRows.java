package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Intervention;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementEvent;
import fr.genereferral.hubdirectory.Placements.Desk;
import fr.genereferral.hubdirectory.SlotMove;
import fr.genereferral.hubdirectory.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what placements have noted: whatever they say besides their own row, in the same transaction and once. */
@ApplicationScoped
class NotedRows {
    private final Outbox outbox;
    private final SlotBook slots;

    NotedRows(Outbox outbox, SlotBook slots) {
        this.outbox = outbox;
        this.slots = slots;
    }

    Uni<Void> keep(Mutiny.Session session, Collection<Placement> placements, Desk desk) {
        var rows = new ArrayList<Object>();
        var events = new ArrayList<PlacementEvent>();
        var moves = new ArrayList<SlotMove>();
        var confirmations = new ArrayList<LossConfirmation>();
        var interventions = new ArrayList<Intervention>();
        for (var placement : placements) {
            placement.takeRuns().forEach(run -> rows.add(new MatchRunRow(run, !placement.hasBegunWith(run))));
            rows.addAll(placement.takeAnomalies());
            events.addAll(placement.takeEvents());
            moves.addAll(placement.takeSlotMoves());
            confirmations.addAll(placement.takeLossConfirmations());
            interventions.addAll(placement.takeInterventions());
        }
        return session.persistAll(rows.toArray())
                .chain(() -> InTurn.each(confirmations, said -> LossRows.keep(session, said)))
                .chain(() -> InTurn.each(interventions, said -> InterventionRows.keep(session, said)))
                .chain(() -> InTurn.each(moves, move -> slots.keep(session, move, desk)))
                .chain(() -> outbox.append(session, events, desk.now()));
    }
}
