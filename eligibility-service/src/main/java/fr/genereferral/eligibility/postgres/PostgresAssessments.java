package fr.genereferral.eligibility.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.eligibility.Assessments;
import fr.genereferral.eligibility.EligibilityEvent.ReferralAssessed;
import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.StoredAssessment;
import fr.genereferral.eligibility.outbox.Outbox;
import fr.genereferral.eligibility.postgres.AssessmentRows.Made;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Assessments over PostgreSQL. */
@ApplicationScoped
class PostgresAssessments implements Assessments {
    private static final String BOOKS = "select referral_id, number, dossier_version, basis, evaluation_date"
            + " from assessment where referral_id = any(cast(cast(:referrals as text[]) as uuid[]))";

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
        return what(made.dossier().version(), made.basis(), made.evaluationDate());
    }

    private static String what(Object dossierVersion, Object packs, Object evaluationDate) {
        return "|" + dossierVersion + "|" + packs + "|" + evaluationDate;
    }

    @Override
    public Uni<Void> store(List<StoredAssessment> assessments) {
        return sessions.withTransaction(session -> books(session, assessments).chain(books -> {
            var made = assessments.stream()
                    .filter(books::isNew)
                    .map(assessment -> new Made(assessment, event(assessment, books)))
                    .toList();
            return AssessmentRows.insert(session, made)
                    .chain(() -> AssessmentRows.hold(session, newest(assessments)))
                    .chain(() -> outbox.append(
                            session, made.stream().map(Made::event).toList()));
        }));
    }

    @Override
    public Uni<Integer> eachDue(LocalDate today, int most, Function<List<DueDossier>, Uni<Void>> judge) {
        return each(session -> AssessmentRows.due(session, today, most), judge);
    }

    @Override
    public Uni<Integer> eachReclassified(long known, int most, Function<List<HeldDossier>, Uni<Void>> judge) {
        return each(session -> AssessmentRows.reclassified(session, known, most), judge);
    }

    private <T> Uni<Integer> each(Function<Mutiny.Session, Uni<List<T>>> found, Function<List<T>, Uni<Void>> judge) {
        return sessions.withTransaction(
                session -> session.createNativeQuery("select set_config('app.orgs', 'platform', true)", String.class)
                        .getSingleResult()
                        .chain(() -> found.apply(session))
                        .chain(some -> some.isEmpty()
                                ? Uni.createFrom().item(0)
                                : judge.apply(some).replaceWith(some.size())));
    }

    @Override
    public Uni<Void> postpone(Collection<UUID> referrals, LocalDate day, long known) {
        return sessions.withTransaction(session -> AssessmentRows.postpone(session, referrals, day, known));
    }

    @Override
    public Uni<Void> letGo(Collection<UUID> referrals) {
        return sessions.withTransaction(session -> AssessmentRows.letGo(session, referrals));
    }

    private static ReferralAssessed event(StoredAssessment made, Books books) {
        return new ReferralAssessed(
                made.dossier().referralId(),
                books.nextNumber(made.dossier().referralId()),
                UuidCreator.getTimeOrderedEpoch(),
                made.dossier().version(),
                made.cause(),
                made.assessedAt(),
                made.outline(),
                made.document());
    }

    private static Uni<Books> books(Mutiny.Session session, List<StoredAssessment> made) {
        var referrals = made.stream()
                .map(m -> m.dossier().referralId().toString())
                .distinct()
                .toArray(String[]::new);
        return session.createNativeQuery(BOOKS, Object[].class)
                .setParameter("referrals", referrals)
                .getResultList()
                .map(found -> {
                    var books = new Books();
                    found.forEach(row ->
                            books.enter((UUID) row[0], ((Number) row[1]).longValue(), what(row[2], row[3], row[4])));
                    return books;
                });
    }

    /** The last one of a referral in the batch is the newest: it came last on its key. */
    private static Collection<StoredAssessment> newest(List<StoredAssessment> made) {
        var newest = new HashMap<UUID, StoredAssessment>();
        made.forEach(m -> newest.put(m.dossier().referralId(), m));
        return newest.values();
    }
}
