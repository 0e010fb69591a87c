package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Rights;
import fr.genereferral.referral.Setback;
import fr.genereferral.referral.Setbacks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Setbacks, each with what has to be heard before it is over. */
@ApplicationScoped
class PostgresSetbacks implements Setbacks {
    /** Where the others speak; what we set aside ourselves is awaited on its own topic. */
    private static final Map<String, String> SPEAKS_ON =
            Map.of("eligibility-service", "eligibility.events", "hub-directory-service", "hub.events");

    private static final String INSERT = """
            insert into setback
            select r.id, :service, :topic, :sequence, :type, :since, :awaited,
                case when :topic = :awaited and :sequence > 0 then :sequence
                else 1 + coalesce((select p.sequence from inbox_position p
                                   where p.topic = :awaited and p.key = r.id::text), 0) end
            from referral r where r.id = :id on conflict do nothing
            """;

    private final Transactions transactions;

    PostgresSetbacks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> note(List<Setback> heard) {
        return transactions.as(Rights.platform(), session -> {
            var all = Uni.createFrom().voidItem();
            for (var setback : heard) {
                all = all.chain(() -> insert(session, setback));
            }
            return all;
        });
    }

    private static Uni<Void> insert(Mutiny.Session session, Setback setback) {
        return session.createNativeQuery(INSERT)
                .setParameter("id", setback.referralId())
                .setParameter("service", setback.service())
                .setParameter("topic", setback.topic())
                .setParameter("sequence", setback.sequence())
                .setParameter("type", setback.type())
                .setParameter("since", setback.since())
                .setParameter("awaited", SPEAKS_ON.getOrDefault(setback.service(), setback.topic()))
                .executeUpdate()
                .replaceWithVoid();
    }
}
