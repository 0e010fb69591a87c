package fr.genereferral.e2e.rights;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What is an organisation's own in a database, as the platform sees it: a row that names neither the organisation nor any of
 * these is another's.
 *
 * @param ids referrals that it is let into now and what is asked and attached there, or what was offered to it
 */
record Belongings(String organisation, List<String> ids) {
    private static final String REFERRALS = """
            with own as materialized (
                select referral_id as id from referral_access where organisation = '%1$s' and until is null)
            select id::text from own
            union all select q.id::text from question q join own on own.id = q.referral_id
            union all select d.id::text from document d join own on own.id = d.referral_id
            """;

    private static final String OFFERS = """
            select id::text from offer where hub_id = '%1$s'
            union select referral_id::text from offer where hub_id = '%1$s'
            union select id::text from directory_anomaly where '%1$s' in (hub_id, reported_for)
            """;

    /** There everything is the platform's. */
    private static final String NOTHING = "select '' where false";

    private static final Map<String, String> IDS =
            Map.of("referral", REFERRALS, "hub_directory", OFFERS, "eligibility", NOTHING);

    static Belongings of(String organisation, WalledTable table, Wall wall) throws SQLException {
        var ids = IDS.get(table.database()).formatted(organisation);
        return new Belongings(organisation, wall.speakingFor("platform").texts(ids));
    }
}
