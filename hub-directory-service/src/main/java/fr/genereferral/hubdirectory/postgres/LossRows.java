package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** The coordinator's words on lost accreditations: one for each child and loss, whoever is quicker. */
final class LossRows {
    private static final String ONCE = "insert into loss_confirmation (id, offer_id, accreditation_id, lost_from,"
            + " loss_known_at, decision, reason, confirmed_at, confirmed_by) values (:id, :offer, :accreditation, :from,"
            + " cast(cast(:known as text) as timestamptz), :decision, :reason,"
            + " cast(cast(:at as text) as timestamptz), :by) on conflict (offer_id, lost_from) do nothing";

    private LossRows() {}

    static Uni<Void> keep(Mutiny.Session session, LossConfirmation said) {
        return session.createNativeQuery(ONCE)
                .setParameter("id", said.id())
                .setParameter("offer", said.offer())
                .setParameter("accreditation", said.accreditation())
                .setParameter("from", said.lostFrom())
                .setParameter("known", said.lossKnownAt().toString())
                .setParameter("decision", said.word().decision().name())
                .setParameter("reason", said.word().reason().name())
                .setParameter("at", said.hand().at().toString())
                .setParameter("by", said.hand().by())
                .executeUpdate()
                .invoke(written -> {
                    if (written == 0) {
                        throw Refused.because("NOTHING_TO_CONFIRM");
                    }
                })
                .replaceWithVoid();
    }
}
