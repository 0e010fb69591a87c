package fr.genereferral.eligibility.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.eligibility.Assessments;
import fr.genereferral.eligibility.EligibilityEvent.ReferralAssessed;
import fr.genereferral.eligibility.StoredAssessment;
import fr.genereferral.eligibility.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Assessments over PostgreSQL. */
@ApplicationScoped
class PostgresAssessments implements Assessments {
    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;

    PostgresAssessments(Mutiny.SessionFactory sessions, Outbox outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** What is in the books of the referrals at hand: how many assessments, and which. */
    private static final class Books {
        private final Map<UUID, Long> numbers = new HashMap<>();
        private final Set<String> made = new HashSet<>();

        void enter(UUID referral, long number, String what) {
            numbers.merge(referral, number, Math::max);
            made.add(referral + what);
        }

        boolean isNew(StoredAssessment assessment) {
            return made.add(assessment.dossier().referralId() + what(assessment));
        }

        long nextNumber(UUID referral) {
            return numbers.merge(referral, 1L, Long::sum);
        }
    }

    private static String what(StoredAssessment made) {
        return what(made.dossier().version(), made.packs(), made.evaluationDate());
    }

    private static String what(Object dossierVersion, Object packs, Object evaluationDate) {
        return "|" + dossierVersion + "|" + packs + "|" + evaluationDate;
    }

    @Override
    public Uni<Void> store(List<StoredAssessment> made) {
        return sessions.withTransaction(session -> books(session, made).chain(books -> {
            var rows = new ArrayList<AssessmentRow>();
            var events = new ArrayList<ReferralAssessed>();
            made.stream().filter(books::isNew).forEach(assessment -> {
                var event = event(assessment, books);
                events.add(event);
                rows.add(new AssessmentRow(event.assessmentId(), event.sequence(), assessment));
            });
            return session.persistAll(rows.toArray())
                    .chain(() -> hold(session, made))
                    .chain(() -> outbox.append(session, events));
        }));
    }

    private static ReferralAssessed event(StoredAssessment made, Books books) {
        return new ReferralAssessed(
                made.dossier().referralId(),
                books.nextNumber(made.dossier().referralId()),
                UuidCreator.getTimeOrderedEpoch(),
                made.dossier().version(),
                made.cause(),
                made.assessedAt(),
                made.document());
    }

    private static Uni<Books> books(Mutiny.Session session, List<StoredAssessment> made) {
        var referrals =
                made.stream().map(m -> m.dossier().referralId()).distinct().toList();
        return session.createQuery(
                        "select a.referralId, a.number, a.dossierVersion, a.packs, a.evaluationDate"
                                + " from AssessmentRow a where a.referralId in :referrals",
                        Object[].class)
                .setParameter("referrals", referrals)
                .getResultList()
                .map(found -> {
                    var books = new Books();
                    found.forEach(row -> books.enter((UUID) row[0], (long) row[1], what(row[2], row[3], row[4])));
                    return books;
                });
    }

    /** The last one of a referral in the batch is the newest: it came last on its key. */
    private static Uni<Void> hold(Mutiny.Session session, List<StoredAssessment> made) {
        var newest = new HashMap<UUID, HeldDossierRow>();
        made.forEach(m -> newest.put(m.dossier().referralId(), new HeldDossierRow(m.dossier())));
        var all = Uni.createFrom().voidItem();
        for (var row : newest.values()) {
            all = all.chain(() -> session.merge(row)).replaceWithVoid();
        }
        return all;
    }
}
