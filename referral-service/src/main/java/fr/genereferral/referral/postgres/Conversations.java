package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Question;
import fr.genereferral.referral.Threads;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people have asked of the hospital, and what was said of it, in the caller's transaction. */
final class Conversations {
    private static final String ALL = "from QuestionRow q where q.referralId = :id order by q.id";
    private static final String KNOWN_TO = "from QuestionRow q where q.referralId = :id and ("
            // An organisation may be a hub and the coordination too.
            + "q.offerId is not null and q.organisation = :reader"
            + " or exists (select 1 from Referral r where r.id = q.referralId and r.organisation = :reader))"
            + " order by q.id";

    private Conversations() {}

    static Uni<Threads> of(Mutiny.Session session, UUID id) {
        return session.createQuery(ALL, QuestionRow.class)
                .setParameter("id", id)
                .getResultList()
                .chain(rows -> threads(session, rows));
    }

    /** @param reader an organisation: a hub knows its own questions, the hospital all of them */
    static Uni<Threads> knownTo(Mutiny.Session session, UUID id, String reader) {
        return session.createQuery(KNOWN_TO, QuestionRow.class)
                .setParameter("id", id)
                .setParameter("reader", reader)
                .getResultList()
                .chain(rows -> threads(session, rows));
    }

    private static Uni<Threads> threads(Mutiny.Session session, List<QuestionRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(new Threads(List.of()));
        }
        return session.createQuery(
                        "from QuestionMessageRow m where m.questionId in :questions order by m.written.at, m.id",
                        QuestionMessageRow.class)
                .setParameter("questions", rows.stream().map(QuestionRow::id).toList())
                .getResultList()
                .map(messages -> new Threads(threads(rows, messages)));
    }

    private static List<Question> threads(List<QuestionRow> rows, List<QuestionMessageRow> messages) {
        var said = messages.stream()
                .collect(Collectors.groupingBy(
                        QuestionMessageRow::questionId,
                        LinkedHashMap::new,
                        Collectors.mapping(QuestionMessageRow::message, Collectors.toList())));
        return rows.stream().map(row -> row.question(said.get(row.id()))).toList();
    }
}
