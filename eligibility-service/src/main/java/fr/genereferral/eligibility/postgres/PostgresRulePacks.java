package fr.genereferral.eligibility.postgres;

import fr.genereferral.eligibility.Classifications;
import fr.genereferral.eligibility.EligibilityEvent.RulePackActivated;
import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.json.KnowledgeReader;
import fr.genereferral.eligibility.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rule packs over PostgreSQL; all versions that were ever active are kept in memory for a while. */
@ApplicationScoped
class PostgresRulePacks implements RulePacks {
    private static final String AUTHOR = "seed";
    private static final String EVER_ACTIVE = " where status in ('ACTIVE', 'RETIRED')";
    private static final String EXTENT =
            "select count(*), (select coalesce(max(number), 0) from variant_classification)" + " from rule_pack"
                    + EVER_ACTIVE;
    /** How long an activation by another instance may go unnoticed here. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final Clock clock;
    private final Knowledge knowledge = KnowledgeReader.read();
    private volatile ActiveVersions active = ActiveVersions.none(knowledge);

    PostgresRulePacks(Mutiny.SessionFactory sessions, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<RulesInForce> inForce(LocalDate on) {
        return versions().map(versions -> versions.on(on));
    }

    @Override
    public Uni<RulesInForce> inForce(LocalDate on, Map<String, Integer> versions) {
        return versions.isEmpty()
                ? inForce(on)
                : versions().map(active -> active.on(on).with(active.of(versions)));
    }

    @Override
    public Uni<Optional<LocalDate>> firstDay(String orpha) {
        return versions().map(versions -> versions.firstDay(orpha));
    }

    private Uni<ActiveVersions> versions() {
        return Uni.createFrom().deferred(() -> {
            var known = active;
            return known.readAt().plus(REMEMBERED).isAfter(clock.instant())
                    ? Uni.createFrom().item(known)
                    : read();
        });
    }

    /** Something was added here: the next judgement knows of it. */
    void lookAgain() {
        active = active.stillSoAt(ActiveVersions.LONG_AGO);
    }

    /** What was ever in force, or found of a variant, never changes: it is read again only when there is more. */
    private Uni<ActiveVersions> read() {
        var known = active;
        return sessions.withSession(session -> extent(session)
                        .chain(extent -> extent.equals(known.extent())
                                ? Uni.createFrom().item(known.stillSoAt(clock.instant()))
                                : all(session)))
                .invoke(read -> active = read);
    }

    private static Uni<ActiveVersions.Extent> extent(Mutiny.Session session) {
        return session.createNativeQuery(EXTENT, Object[].class)
                .getSingleResult()
                .map(row -> new ActiveVersions.Extent(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    private Uni<ActiveVersions> all(Mutiny.Session session) {
        return session.createQuery("from ClassificationRow", ClassificationRow.class)
                .getResultList()
                .map(rows -> knowledge.with(new Classifications(
                        rows.stream().map(ClassificationRow::classification).toList())))
                .chain(known -> session.createQuery("from RulePackRow" + EVER_ACTIVE, RulePackRow.class)
                        .getResultList()
                        .map(rows -> new ActiveVersions(rows, known, clock.instant())));
    }

    @Override
    public Uni<Void> receive(List<ShippedPack> shipped) {
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "select set_config('app.orgs', 'platform', true)", String.class)
                .getSingleResult()
                // Instances that start together take turns, so that one of them is the first.
                .chain(() -> session.createNativeQuery("select 1 from pg_advisory_xact_lock(4861)", Integer.class)
                        .getSingleResult())
                .chain(() -> session.createQuery("from RulePackRow", RulePackRow.class)
                        .getResultList())
                .chain(stored -> add(session, newRows(stored, shipped))));
    }

    private List<RulePackRow> newRows(List<RulePackRow> stored, List<ShippedPack> shipped) {
        var rows = new ArrayList<RulePackRow>();
        for (var pack : shipped) {
            var versions =
                    stored.stream().filter(row -> row.isOf(pack.therapy())).toList();
            if (versions.isEmpty()) {
                rows.add(RulePackRow.first(pack, AUTHOR, now()));
                continue;
            }
            if (versions.stream().noneMatch(row -> row.hasText(pack.document()))) {
                var next =
                        versions.stream().mapToInt(RulePackRow::version).max().orElse(0) + 1;
                rows.add(RulePackRow.draft(pack, next, AUTHOR, now()));
            }
        }
        return rows;
    }

    private Uni<Void> add(Mutiny.Session session, List<RulePackRow> rows) {
        var activated = rows.stream()
                .filter(RulePackRow::isActive)
                .map(row -> new RulePackActivated(
                        row.therapy(), row.version(), row.version(), row.effectiveFrom(), AUTHOR, now()))
                .toList();
        return session.persistAll(rows.toArray()).chain(() -> outbox.append(session, activated));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
