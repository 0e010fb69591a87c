package fr.genereferral.referral.postgres;

import fr.genereferral.referral.CaseFile;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.ReferralRecords.StoredAssessment;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Meetings of experts and what lay before them, in the caller's transaction. */
final class CaseFiles {
    private CaseFiles() {}

    static Uni<CaseFile> of(Mutiny.Session session, UUID id) {
        return meetings(session, id).chain(meetings -> session.createQuery(
                        "select new fr.genereferral.referral.ReferralRecords$StoredAssessment(a.id, a.dossierVersion,"
                                + " a.cause, a.evaluationDate, a.assessedAt, a.receivedAt, a.document)"
                                + " from AssessmentRow a where a.referralId = :id order by a.receivedAt desc, a.id desc",
                        StoredAssessment.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .map(found -> new CaseFile(meetings, found.stream().findFirst())));
    }

    /** Oldest first. */
    static Uni<List<Meeting>> meetings(Mutiny.Session session, UUID id) {
        return session.createQuery(
                        "from MeetingRow m where m.referralId = :id order by m.written.at, m.id", MeetingRow.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(MeetingRow::meeting).toList());
    }
}
