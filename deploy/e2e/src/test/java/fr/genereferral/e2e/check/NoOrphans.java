package fr.genereferral.e2e.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I3: a referral that was sent, its first event, its audit row, its dossier, its first line of the timeline and its hospital's
 * access are there together or not at all, joined both ways; and the key of its identity exists. A key alone harms nobody: it
 * is made before the referral, in another database.
 */
final class NoOrphans implements Invariant {
    private static final List<String> WITH_A_REFERRAL = List.of(
            "dossier",
            "fact_entry",
            "meeting",
            "draft",
            "open_case",
            "patient_mark",
            "identity_field",
            "assessment",
            "timeline",
            "audit",
            "referral_access",
            "idempotency");

    @Override
    public List<Violation> violations(Evidence evidence) {
        var tables = evidence.tables();
        var orphans = WITH_A_REFERRAL.stream().flatMap(table -> orphans(tables, table, "referral_id::text"));
        return Stream.of(
                        notOne(tables, "outbox", "aggregateid", "type = 'ReferralSubmitted.v1' and sequence = 1"),
                        notOne(tables, "audit", "referral_id::text", "action = 'SUBMIT'"),
                        notOne(tables, "dossier", "referral_id::text", "version = 1"),
                        notOne(tables, "timeline", "referral_id::text", "version = 1"),
                        unseen(tables),
                        orphans,
                        orphans(tables, "outbox", "aggregateid"),
                        keyless(tables))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Violation> notOne(Tables tables, String table, String referral, String which) {
        return tables
                .violations("I3", "referral without just one such row in " + table, "referral", """
                select r.id from referral r
                left join (select %s as of, count(*) as rows from %s where %s group by 1) o on o.of = r.id::text
                where o.rows is distinct from 1 and r.clock_started_at is not null
                """.formatted(
                                referral, table, which))
                .stream();
    }

    /** A site that is a hub too may be let in twice: as who sent the child and as who is asked. */
    private static Stream<Violation> unseen(Tables tables) {
        return tables.violations("I3", "referral that its hospital may not see", "referral", """
                select r.id from referral r where not exists (
                  select 1 from referral_access a
                  where a.referral_id = r.id and a.organisation = r.organisation and a.until is null)
                """).stream();
    }

    /** A search that has found nobody is audited without a referral. */
    private static Stream<Violation> orphans(Tables tables, String table, String referral) {
        return tables
                .violations("I3", table + " row without its referral", "referral", """
                select distinct %1$s from %2$s
                where %1$s is not null and not exists (select 1 from referral r where r.id::text = %1$s)
                """.formatted(referral, table))
                .stream();
    }

    private static Stream<Violation> keyless(Tables tables) {
        var keys = Set.copyOf(tables.texts("referral_keys", "select referral_id from referral_key"));
        return tables.texts("referral", "select id from referral").stream()
                .filter(id -> !keys.contains(id))
                .map(id -> new Violation("I3", "referral whose identity has no key: " + id));
    }
}
