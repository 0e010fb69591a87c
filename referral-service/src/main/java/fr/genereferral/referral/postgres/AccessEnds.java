package fr.genereferral.referral.postgres;

import fr.genereferral.referral.AccessChange;
import fr.genereferral.referral.Referral;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hubs' rights to see referrals that end, with one statement whatever their number. */
final class AccessEnds {
    /** Whoever follows the child by another referral goes on doing so. Ids are named twice, as in a bulk update. */
    private static final String END = """
            update referral_access kept set until = cast(sent.at as timestamptz)
            from unnest(cast(:ids as text[]), cast(:organisations as text[]), cast(:ats as text[])) as sent(id, organisation, at)
            where kept.referral_id = cast(sent.id as uuid) and kept.referral_id = any(cast(cast(:ids as text[]) as uuid[]))
                and kept.organisation = sent.organisation and kept.until is null and not kept.follower
            """;

    private record Whose(UUID referral, String organisation) {}

    private final Map<Whose, Instant> ends = new LinkedHashMap<>();

    /** Of several ends of one right the first counts. The right of whoever has sent it never ends. */
    void add(Referral referral, List<AccessChange> changes) {
        for (var change : changes) {
            if (!change.granted() && !change.organisation().equals(referral.organisation())) {
                ends.putIfAbsent(new Whose(referral.id(), change.organisation()), change.at());
            }
        }
    }

    Uni<Void> write(Mutiny.Session session) {
        if (ends.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(END)
                .setParameter("ids", column(ends.keySet(), Whose::referral))
                .setParameter("organisations", column(ends.keySet(), Whose::organisation))
                .setParameter("ats", column(ends.values(), Function.identity()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, ?> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
