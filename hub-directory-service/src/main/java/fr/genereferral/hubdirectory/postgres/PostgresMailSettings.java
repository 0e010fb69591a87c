package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.MailMode;
import fr.genereferral.hubdirectory.MailSetting;
import fr.genereferral.hubdirectory.MailSettings;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.SiteZone;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** How hubs want to be written to: a row once somebody has said so. */
@ApplicationScoped
class PostgresMailSettings implements MailSettings {
    private static final String READ = """
            select s.mode, s.digest_hour, s.version
            from hub h left join hub_mail_setting s on s.hub_id = h.id where h.id = :hub
            """;
    /** Who has seen an older version than stands there changes nothing. */
    private static final String CHANGE = """
            insert into hub_mail_setting as s (hub_id, mode, digest_hour, zone, version, changed_at, changed_by)
            select cast(:hub as text), cast(:mode as text), cast(:hour as int), cast(:zone as text), 1, clock_timestamp(),
                cast(:by as text)
            where cast(:version as bigint) in (-1, 0)
                or exists (select 1 from hub_mail_setting where hub_id = :hub)
            on conflict (hub_id) do update set mode = excluded.mode, digest_hour = excluded.digest_hour,
                zone = excluded.zone, version = s.version + 1, changed_at = excluded.changed_at,
                changed_by = excluded.changed_by
            where cast(:version as bigint) in (-1, s.version)
            """;

    private static final long WHATEVER = -1;

    private final Transactions transactions;

    PostgresMailSettings(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<MailSetting> of(String hub) {
        return transactions.as(Rights.platform(), session -> read(session, hub));
    }

    @Override
    public Uni<MailSetting> change(String hub, Wish wish) {
        return transactions.as(Rights.platform(), session -> read(session, hub)
                .chain(() -> session.createNativeQuery(CHANGE)
                        .setParameter("hub", hub)
                        .setParameter("mode", wish.mode().name())
                        .setParameter("hour", wish.digestHour())
                        .setParameter("zone", SiteZone.of(hub).getId())
                        .setParameter("by", wish.by())
                        .setParameter("version", wish.version() == null ? WHATEVER : wish.version())
                        .executeUpdate())
                .invoke(changed -> {
                    if (changed == 0) {
                        throw Refused.because("STALE");
                    }
                })
                .chain(() -> read(session, hub)));
    }

    private static Uni<MailSetting> read(Mutiny.Session session, String hub) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("hub", hub)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .map(row -> row[0] == null
                        ? MailSetting.usual(hub)
                        : new MailSetting(
                                hub,
                                MailMode.valueOf((String) row[0]),
                                ((Number) row[1]).intValue(),
                                ((Number) row[2]).longValue()));
    }
}
