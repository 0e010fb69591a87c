package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.Commits;
import fr.genereferral.bench.database.Superuser;
import fr.genereferral.local.process.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The next hub is asked for each of many offers that have ended, and referral-service shows it: when, and that it is once. */
final class NextOffers {
    private static final String SPEAKS = "hub.events";
    private static final String HEARS = "referral-service";
    /** That an offer has ended, and that the next one is made. */
    private static final int EVENTS_EACH = 2;

    private static final String MADE = "offer o where state = 'OPEN'"
            + " and exists (select 1 from offer e where e.referral_id = o.referral_id and e.state = '%s')";

    private static final String SHOWN = "timeline t where state = 'OFFERED' and exists (select 1 from timeline e"
            + " where e.referral_id = t.referral_id and e.what = 'OFFER_%s' and e.version < t.version)";

    /** Two offers in all, to two hubs; the hub that is asked. */
    private static final String ASKED = """
            select referral_id, max(hub_id) filter (where state = 'OPEN') from offer group by referral_id
            having count(*) = 2 and count(distinct hub_id) = 2 and count(*) filter (where state = 'OPEN') = 1
                and count(*) filter (where state = '%s') = 1
            """;

    private static final String SAID = """
            select aggregateid::uuid, '' from outbox group by aggregateid
            having count(*) = 3 and count(*) filter (where type = '%s') = 1
                and count(*) filter (where type = 'OfferMade.v1') = 2
            """;

    private static final String TOLD = """
            select referral_id, max(hub_id) filter (where what = 'OFFER_MADE' and latest) from (
                select referral_id, hub_id, what, version = max(version) over (partition by referral_id) as latest
                from timeline) t
            group by referral_id
            having count(*) filter (where what = 'OFFER_%s') = 1 and count(*) filter (where what = 'OFFER_MADE') = 2
            """;

    /** One live offer as referral-service has it, and one hub that may read. */
    private static final String READING = """
            select r.id, max(a.organisation)
            from referral r join referral_access a on a.referral_id = r.id and a.as_hub and a.until is null
                cross join lateral json_array_elements(r.offers::json -> 'all') o
            where r.state = 'OFFERED' and o ->> 'state' = 'OPEN' and o -> 'hub' ->> 'id' = a.organisation
                and not exists (select 1 from referral_access b where b.referral_id = r.id and b.as_hub
                    and b.until is null and b.organisation <> a.organisation)
            group by r.id having count(*) = 1
            """;

    private final Superuser directory;
    private final Superuser referrals;
    private final Topics topics;
    private final End end;
    private final long saidBefore;

    /** How an offer ends after which the next hub is asked. */
    enum End {
        DECLINED("OfferDeclined.v1"),
        EXPIRED("OfferExpired.v1");

        private final String event;

        End(String event) {
            this.event = event;
        }
    }

    /** Before the first of them ends. */
    NextOffers(Bed bed, Topics topics, End end) {
        directory = bed.database("hub_directory");
        referrals = bed.database("referral");
        this.topics = topics;
        this.end = end;
        saidBefore = topics.end(SPEAKS);
    }

    /**
     * Until referral-service has heard all of it. Asked of the broker: a million rows that are counted again and again would
     * take from what is measured.
     *
     * @param ended how many have ended since the beginning
     */
    void await(long ended, Duration limit, Duration betweenLooks) {
        new Patience("next offers for all " + ended, limit, betweenLooks)
                .until(() -> topics.end(SPEAKS) - saidBefore >= EVENTS_EACH * ended && topics.lag(HEARS) == 0);
    }

    /** When each was made, by referral. */
    Map<UUID, Instant> made() {
        return Commits.byReferral(directory, MADE.formatted(end));
    }

    /** When referral-service showed each, by referral. */
    Map<UUID, Instant> shown() {
        return Commits.byReferral(referrals, SHOWN.formatted(end));
    }

    /** None is lost, none is made twice, one is live, and both services mean the same hub. */
    void demandOnceEach(Set<UUID> ended) {
        var asked = read(directory, ASKED.formatted(end));
        demand("one next offer", ended, asked.keySet());
        demand("said once", ended, read(directory, SAID.formatted(end.event)).keySet());
        demand(
                "the same in the timeline",
                asked.entrySet(),
                read(referrals, TOLD.formatted(end)).entrySet());
        demand(
                "the same hub may read",
                asked.entrySet(),
                read(referrals, READING).entrySet());
    }

    private static Map<UUID, String> read(Superuser database, String sql) {
        var found = new HashMap<UUID, String>();
        database.query(sql, row -> found.put(row.getObject(1, UUID.class), row.getString(2)));
        return found;
    }

    private static void demand(String what, Set<?> wanted, Set<?> found) {
        if (!wanted.equals(found)) {
            var right = found.stream().filter(wanted::contains).count();
            throw new IllegalStateException(
                    "%s: %d of %d, and %d besides".formatted(what, right, wanted.size(), found.size() - right));
        }
    }
}
