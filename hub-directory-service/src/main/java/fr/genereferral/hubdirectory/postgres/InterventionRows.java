package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.AssignmentEnd;
import fr.genereferral.hubdirectory.Intervention;
import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What coordinators have said of placements; an assignment ends once, whoever is quicker. */
final class InterventionRows {
    private static final String ONCE =
            "insert into assignment_end (assignment_id, outcome, offer_id, ended_at, ended_by,"
                    + " ended_for) values (:id, :outcome, cast(nullif(cast(:offer as text), '') as uuid),"
                    + " cast(cast(:at as text) as timestamptz), :by, :for) on conflict do nothing";

    private InterventionRows() {}

    static Uni<Void> keep(Mutiny.Session session, Intervention said) {
        return said instanceof AssignmentEnd end ? end(session, end) : session.persist(said);
    }

    /** What it names is written before. */
    private static Uni<Void> end(Mutiny.Session session, AssignmentEnd end) {
        var signed = end.signed();
        return session.flush()
                .chain(() -> session.createNativeQuery(ONCE)
                        .setParameter("id", end.assignment())
                        .setParameter("outcome", end.outcome().name())
                        .setParameter("offer", end.offer().map(Object::toString).orElse(""))
                        .setParameter("at", signed.at().toString())
                        .setParameter("by", signed.by().person())
                        .setParameter("for", signed.by().organisation())
                        .executeUpdate())
                .invoke(written -> {
                    if (written == 0) {
                        throw Refused.because("ASSIGNMENT_OVER");
                    }
                })
                .replaceWithVoid();
    }
}
