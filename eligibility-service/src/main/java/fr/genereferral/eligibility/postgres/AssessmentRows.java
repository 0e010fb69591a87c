package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.EligibilityEvent.ReferralAssessed;
import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.StoredAssessment;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The rows of assessments and held dossiers, a statement for all of a batch: hundreds of them come at once after an
 * outage.
 */
final class AssessmentRows {
    private static final String INSERT =
            "insert into assessment (id, referral_id, number, dossier_version, packs, evaluation_date, cause,"
                    + " assessed_at, document)"
                    + " select cast(id as uuid), cast(referral as uuid), cast(number as bigint), cast(version as int),"
                    + " packs, cast(day as date), cause, cast(at as timestamptz),"
                    + " decode(document, 'base64')"
                    + " from unnest(cast(:ids as text[]), cast(:referrals as text[]), cast(:numbers as text[]),"
                    + " cast(:versions as text[]), cast(:packs as text[]), cast(:days as text[]),"
                    + " cast(:causes as text[]), cast(:times as text[]), cast(:documents as text[]))"
                    + " as made(id, referral, number, version, packs, day, cause, at, document)";

    private static final String HOLD =
            "insert into held_dossier (referral_id, dossier_version, therapies_sought, document, sent_at)"
                    + " select cast(referral as uuid), cast(version as int), therapies, document, cast(at as timestamptz)"
                    + " from unnest(cast(:referrals as text[]), cast(:versions as text[]), cast(:therapies as text[]),"
                    + " cast(:documents as text[]), cast(:times as text[]))"
                    + " as sent(referral, version, therapies, document, at)"
                    + " on conflict (referral_id) do update set dossier_version = excluded.dossier_version,"
                    + " therapies_sought = excluded.therapies_sought, document = excluded.document,"
                    + " sent_at = excluded.sent_at";

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
                .setParameter("packs", column(made, m -> m.assessment().packs()))
                .setParameter("days", column(made, m -> m.assessment().evaluationDate()))
                .setParameter("causes", column(made, m -> m.event().cause()))
                .setParameter("times", column(made, m -> m.assessment().assessedAt()))
                .setParameter(
                        "documents", column(made, m -> m.assessment().document().base64()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @param newest one of each referral */
    static Uni<Void> hold(Mutiny.Session session, Collection<HeldDossier> newest) {
        return session.createNativeQuery(HOLD)
                .setParameter("referrals", column(newest, HeldDossier::referralId))
                .setParameter("versions", column(newest, HeldDossier::version))
                .setParameter("therapies", column(newest, d -> String.join(",", d.therapiesSought())))
                .setParameter("documents", column(newest, HeldDossier::document))
                .setParameter("times", column(newest, HeldDossier::at))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
