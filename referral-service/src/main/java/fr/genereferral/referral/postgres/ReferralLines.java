package fr.genereferral.referral.postgres;

import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The lines of lists, for referrals that have been found. */
final class ReferralLines {
    private static final String LINES = "select new fr.genereferral.referral.ReferralRecords$ReferralSummary(r.id,"
            + " r.reference, r.state, r.stopping, r.version, r.organisation, r.clockStartedAt, r.updatedAt,"
            + " r.facts.birthDate, r.dueOn, s.since, r.questionDueAt) from Referral r left join StuckRow s on s.referralId = r.id"
            + " where r.id in :ids";

    private ReferralLines() {}

    /** In the order of the ids. */
    static Uni<List<ReferralSummary>> of(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(LINES, ReferralSummary.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(lines -> inOrder(lines, ids));
    }

    private static List<ReferralSummary> inOrder(List<ReferralSummary> lines, List<UUID> ids) {
        Map<UUID, ReferralSummary> byId = lines.stream().collect(Collectors.toMap(ReferralSummary::id, line -> line));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
