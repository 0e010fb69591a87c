package fr.genereferral.e2e.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * I4: each dossier version, with its rule-pack versions and evaluation date, has exactly one assessment, and referral-service
 * keeps that one; a referral has at most one live offer and at most one acceptance over all hubs, and both services tell the
 * same of them. Behind a dead letter two services may differ: that one referral waits for a person.
 */
final class OneOfEach implements Invariant {
    private static final String ASSESSMENTS = """
            select referral_id, string_agg(id::text, ' ' order by id) from assessment group by 1
            """;
    private static final String OFFERS_MADE = """
            select referral_id, string_agg(id || ' ' || state, ', ' order by id::text) from offer group by 1
            """;
    private static final String OFFERS_HEARD = """
            select r.id, string_agg((o ->> 'offerId') || ' ' || (o ->> 'state'), ', ' order by o ->> 'offerId')
            from referral r, json_array_elements(r.offers::json -> 'all') o group by 1
            """;

    @Override
    public List<Violation> violations(Evidence evidence) {
        var tables = evidence.tables();
        var assessed = differing(evidence, "assessments", Map.of("eligibility", ASSESSMENTS, "referral", ASSESSMENTS));
        var offered = differing(evidence, "offers", Map.of("hub_directory", OFFERS_MADE, "referral", OFFERS_HEARD));
        return Stream.of(unassessed(evidence), assessed, offered, within(tables))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Violation> within(Tables tables) {
        return Stream.of(
                        tables.violations("I4", "dossier assessed more than once", "eligibility", """
                        select referral_id from assessment
                        group by referral_id, dossier_version, basis, evaluation_date having count(*) > 1
                        """),
                        tables.violations("I4", "referral with several live or accepted offers", "hub_directory", """
                        select referral_id from offer where state in ('OPEN', 'ACCEPTED')
                        group by referral_id having count(*) > 1
                        """),
                        tables.violations("I4", "state that its offers do not bear out", "referral", """
                        select id || ' ' || state from (
                          select r.id, r.state,
                            (select count(*) from json_array_elements(r.offers::json -> 'all') o
                             where o ->> 'state' = 'OPEN') as open,
                            (select count(*) from json_array_elements(r.offers::json -> 'all') o
                             where o ->> 'state' = 'ACCEPTED') as accepted
                          from referral r) told
                        where (state = 'OFFERED') <> (open = 1)
                           or (state in ('ACCEPTED', 'CANCEL_REQUESTED', 'IN_CARE', 'COMPLETED') and accepted <> 1)
                           or (state not in ('ACCEPTED', 'CANCEL_REQUESTED', 'IN_CARE', 'COMPLETED', 'CANCELLED',
                                             'ENTERED_IN_ERROR') and accepted <> 0)
                        """))
                .flatMap(List::stream);
    }

    private static Stream<Violation> unassessed(Evidence evidence) {
        var assessed = byReferral(evidence.tables(), "eligibility", ASSESSMENTS);
        return evidence
                .tables()
                .texts("referral", "select id from referral where clock_started_at is not null")
                .stream()
                .filter(id -> !assessed.containsKey(id) && !evidence.ledger().isBlocked(id))
                .map(id -> new Violation("I4", "referral that was never assessed: " + id));
    }

    /** @param queries by database, each answering what it tells of a referral */
    private static Stream<Violation> differing(Evidence evidence, String what, Map<String, String> queries) {
        var tellers = List.copyOf(queries.keySet());
        var one = byReferral(evidence.tables(), tellers.get(0), queries.get(tellers.get(0)));
        var other = byReferral(evidence.tables(), tellers.get(1), queries.get(tellers.get(1)));
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(id -> !Objects.equals(one.get(id), other.get(id)))
                .filter(id -> !evidence.ledger().isBlocked(id))
                .map(id -> new Violation(
                        "I4",
                        "the %s of %s are [%s] in %s and [%s] in %s"
                                .formatted(what, id, one.get(id), tellers.get(0), other.get(id), tellers.get(1))));
    }

    private static Map<String, String> byReferral(Tables tables, String database, String query) {
        var told = new HashMap<String, String>();
        tables.read(database, query, row -> told.put(row.getString(1), row.getString(2)));
        return told;
    }
}
