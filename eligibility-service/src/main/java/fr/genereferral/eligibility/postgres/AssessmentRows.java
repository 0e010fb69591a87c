package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.Assessments.DueDossier;
import fr.genereferral.eligibility.EligibilityEvent.ReferralAssessed;
import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.StoredAssessment;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The rows of assessments and held dossiers, a statement for all of a batch: hundreds of them come at once after an
 * outage.
 */
final class AssessmentRows {
    private static final String IDS = "cast(cast(:referrals as text[]) as uuid[])";

    private static final String INSERT =
            "insert into assessment (id, referral_id, number, dossier_version, basis, evaluation_date, cause,"
                    + " assessed_at, document)"
                    + " select cast(id as uuid), cast(referral as uuid), cast(number as bigint), cast(version as int),"
                    + " basis, cast(day as date), cause, cast(at as timestamptz),"
                    + " decode(document, 'base64')"
                    + " from unnest(cast(:ids as text[]), cast(:referrals as text[]), cast(:numbers as text[]),"
                    + " cast(:versions as text[]), cast(:bases as text[]), cast(:days as text[]),"
                    + " cast(:causes as text[]), cast(:times as text[]), cast(:documents as text[]))"
                    + " as made(id, referral, number, version, basis, day, cause, at, document)";

    private static final String HOLD =
            "insert into held_dossier (referral_id, dossier_version, therapies_sought, document, sent_at, due_on)"
                    + " select cast(referral as uuid), cast(version as int), therapies, document, cast(at as timestamptz),"
                    + " cast(nullif(due, '') as date)"
                    + " from unnest(cast(:referrals as text[]), cast(:versions as text[]), cast(:therapies as text[]),"
                    + " cast(:documents as text[]), cast(:times as text[]), cast(:due as text[]))"
                    + " as sent(referral, version, therapies, document, at, due)"
                    + " on conflict (referral_id) do update set dossier_version = excluded.dossier_version,"
                    + " therapies_sought = excluded.therapies_sought, document = excluded.document,"
                    + " sent_at = excluded.sent_at, due_on = excluded.due_on";

    /** What the facts of these referrals name now, and nothing that they named before. */
    private static final String CITE =
            "with named as (select cast(referral as uuid) as referral_id, variant, cast(known as bigint) as known"
                    + " from unnest(cast(:referrals as text[]), cast(:cites as text[]), cast(:known as text[]))"
                    + " as sent(referral, cites, known), unnest(string_to_array(cites, ',')) as variant),"
                    + " gone as (delete from held_variant v where referral_id = any(" + IDS + ")"
                    + " and not exists (select 1 from named n where n.referral_id = v.referral_id"
                    + " and n.variant = v.variant))"
                    + " insert into held_variant (referral_id, variant, classifications_known)"
                    + " select referral_id, variant, known from named"
                    + " on conflict (referral_id, variant) do update"
                    + " set classifications_known = excluded.classifications_known";

    private static final String HELD = "select referral_id, dossier_version, therapies_sought, document, sent_at";

    private static final String DUE = HELD + ", due_on from held_dossier"
            + " where due_on <= :today order by due_on limit :most for update skip locked";

    private static final String RECLASSIFIED = HELD + " from held_dossier where referral_id in ("
            + "select v.referral_id from variant_classification c join held_variant v"
            + " on v.variant = c.variant and v.classifications_known < c.number where c.number <= :known limit :most)"
            + " for update skip locked";

    private static final String POSTPONE = "with tried as (update held_variant"
            + " set classifications_known = greatest(classifications_known, :known) where referral_id = any("
            + IDS + ")) update held_dossier set due_on = :day where referral_id = any("
            + IDS + ")";

    private AssessmentRows() {}

    /** An assessment with the event that tells of it, which has its id and number. */
    record Made(StoredAssessment assessment, ReferralAssessed event) {}

    static Uni<Void> insert(Mutiny.Session session, List<Made> made) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(INSERT)
                .setParameter("ids", column(made, m -> m.event().assessmentId()))
                .setParameter("referrals", column(made, m -> m.event().referralId()))
                .setParameter("numbers", column(made, m -> m.event().sequence()))
                .setParameter("versions", column(made, m -> m.event().dossierVersion()))
                .setParameter("bases", column(made, m -> m.assessment().basis()))
                .setParameter("days", column(made, m -> m.assessment().evaluationDate()))
                .setParameter("causes", column(made, m -> m.event().cause()))
                .setParameter("times", column(made, m -> m.assessment().assessedAt()))
                .setParameter(
                        "documents", column(made, m -> m.assessment().document().base64()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @param newest one of each referral */
    static Uni<Void> hold(Mutiny.Session session, Collection<StoredAssessment> newest) {
        return session.createNativeQuery(HOLD)
                .setParameter("referrals", column(newest, m -> m.dossier().referralId()))
                .setParameter("versions", column(newest, m -> m.dossier().version()))
                .setParameter(
                        "therapies",
                        column(newest, m -> String.join(",", m.dossier().therapiesSought())))
                .setParameter("documents", column(newest, m -> m.dossier().document()))
                .setParameter("times", column(newest, m -> m.dossier().at()))
                .setParameter("due", column(newest, m -> m.again()
                        .nextDay()
                        .map(LocalDate::toString)
                        .orElse("")))
                .executeUpdate()
                .chain(() -> cite(session, newest));
    }

    private static Uni<Void> cite(Mutiny.Session session, Collection<StoredAssessment> newest) {
        return session.createNativeQuery(CITE)
                .setParameter("referrals", column(newest, m -> m.dossier().referralId()))
                .setParameter(
                        "cites", column(newest, m -> String.join(",", m.again().cites())))
                .setParameter("known", column(newest, m -> m.again().classificationsKnown()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The oldest due first; rows that somebody else works on are left out. */
    static Uni<List<DueDossier>> due(Mutiny.Session session, LocalDate today, int most) {
        return session.createNativeQuery(DUE, Object[].class)
                .setParameter("today", today)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(AssessmentRows::due).toList());
    }

    private static DueDossier due(Object[] row) {
        return new DueDossier(held(row), (LocalDate) row[5]);
    }

    /** Rows that somebody else works on are left out. */
    static Uni<List<HeldDossier>> reclassified(Mutiny.Session session, long known, int most) {
        return session.createNativeQuery(RECLASSIFIED, Object[].class)
                .setParameter("known", known)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(AssessmentRows::held).toList());
    }

    private static HeldDossier held(Object[] row) {
        var sought = (String) row[2];
        return new HeldDossier(
                (UUID) row[0],
                ((Number) row[1]).intValue(),
                sought.isEmpty() ? List.of() : List.of(sought.split(",")),
                (String) row[3],
                instant(row[4]));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    static Uni<Void> postpone(Mutiny.Session session, Collection<UUID> referrals, LocalDate day, long known) {
        return session.createNativeQuery(POSTPONE)
                .setParameter("day", day)
                .setParameter("known", known)
                .setParameter("referrals", column(referrals, r -> r))
                .executeUpdate()
                .replaceWithVoid();
    }

    static Uni<Void> letGo(Mutiny.Session session, Collection<UUID> referrals) {
        return session.createNativeQuery("delete from held_dossier where referral_id = any(" + IDS + ")")
                .setParameter("referrals", column(referrals, r -> r))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
