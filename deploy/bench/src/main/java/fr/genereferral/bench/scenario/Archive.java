package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.Superuser;

/**
 * Invented referrals of years, and the offers made for them, put into the databases by SQL: most have ended, a few are
 * open. No event tells of them, and no identity belongs to them.
 */
final class Archive {
    static final String HOSPITAL = "350007084";
    static final String HUB = "130804297";
    /** As many as the directory knows, so that each has a hundredth. */
    static final int HOSPITALS = 97;

    /** Among the first so many, a third of the offers waits for an answer: as many as wait in any archive, however long. */
    static final int WAITING_AMONG = 10_000;

    private static final int BATCH = 100_000;

    private static final String DRAWN = """
            create or replace function bench_draw(n int) returns int language sql immutable as $$
                select abs(hashint4(n) % 10000) $$
            """;

    /** As referrals are called: seven digits of base 29, and a check character of their weighted sum. */
    private static final String CALLED = """
            create or replace function bench_reference(n int) returns text language sql immutable as $$
                select 'GR-' || string_agg(substr(letters, 1 + digit, 1), '' order by place)
                    || substr(max(letters), 1 + (sum((1 + place) * digit) % 29)::int, 1)
                from (select place, (n / (29 ^ place)::bigint % 29)::int as digit, '23456789ABCDEFGHJKMNPQRTUVWXY' as letters
                    from generate_series(0, 6) place) written $$
            """;

    /**
     * One every minute until now, as the services number them: later ones have the larger id. As many are in each state as
     * there are when one waits for facts for a week, for a hub for a day, and for care for a month.
     */
    private static final String REFERRALS = """
            with drawn as (
                select uuidv7(- interval '1 minute' * (%3$d - n)) as id, bench_draw(n) as lot, n,
                       case n %% %4$d when 0 then '%5$s' else '99' || lpad((n %% %4$d)::text, 7, '0') end as organisation,
                       now() - interval '1 minute' * (%3$d - n) as sent
                from generate_series(%1$d, %2$d) n),
            told as (
                select d.*, case when lot < 6500 then 'COMPLETED' when lot < 7500 then 'CANCELLED'
                        when lot < 8500 then 'NOT_ELIGIBLE' when lot < 9500 then 'IN_CARE' when lot < 9940 then 'ACCEPTED'
                        when lot < 9960 then 'AWAITING_INFORMATION' when lot < 9980 then 'DEFERRED'
                        when lot < 9994 then 'OFFERED' when lot < 9999 then 'ESCALATED' else 'ASSESSING' end as state
                from drawn d),
            kept as (
                insert into referral (id, reference, organisation, state, stopping, version, dossier_version,
                    therapies_sought, birthdate, clock_started_at, updated_at, verdicts, routing, offers, due_on, marked, compared)
                select id, bench_reference(n), organisation, state, false, 1 + lot %% 12, 1, '["ONA-IV"]',
                    date '2020-01-01' + lot, sent, least(sent + interval '1 minute' * lot, now()),
                    '[' || repeat(' ', 900) || ']', 1, '[' || repeat(' ', 600) || ']',
                    case when state in ('AWAITING_INFORMATION', 'DEFERRED') then sent::date end, true, true
                from told returning 1),
            sender as (
                insert into referral_access (referral_id, organisation, since, as_hub)
                select id, organisation, sent, false from told returning 1)
            insert into referral_access (referral_id, organisation, since, until, as_hub)
            select id, case n %% 12 when 0 then '%6$s' else 'ZZ-' || n %% 12 end, sent,
                   case when state in ('CANCELLED', 'ESCALATED', 'NOT_ELIGIBLE') then sent end, true
            from told where state not in ('ASSESSING', 'AWAITING_INFORMATION', 'DEFERRED')
            """;

    /**
     * An offer that is open was made just now, and has a year or more: the clock has nothing to do. They press differently,
     * as what waits does.
     */
    private static final String OFFERS = """
            with hubs as (select h.*, row_number() over (order by id) - 1 as place from hub h where kind = 'HUB'),
            drawn as (
                select uuidv7(- interval '1 minute' * (%3$d - n)) as id, gen_random_uuid() as referral,
                       gen_random_uuid() as run, bench_draw(n) as lot, n,
                       now() - interval '1 minute' * (%3$d - n) as made
                from generate_series(%1$d, %2$d) n),
            told as (
                select d.*, case when n <= %4$d and n %% 3 = 0 then 'OPEN' when lot < 5000 then 'ACCEPTED'
                        when lot < 8000 then 'DECLINED' when lot < 9000 then 'EXPIRED' else 'WITHDRAWN' end as state
                from drawn d),
            placed as (
                insert into placement (referral_id, state, version)
                select referral, case state when 'OPEN' then 'OFFERED' else 'CLOSED' end, 3 from told returning 1)
            insert into offer (id, referral_id, match_run_id, routing, rank, hub_id, hub_name, hub_city, therapy, urgency,
                state, illustrative, offered_at, expires_at, ended_at, version)
            select t.id, referral, run, 1, 1, h.id, h.name, h.city, 'ONA-IV',
                   case t.n %% 10 when 0 then 'CRITICAL' when 1 then 'PRESSING' else 'ROUTINE' end, t.state, true,
                   case when t.state = 'OPEN' then now() else made end,
                   case when t.state = 'OPEN' then now() + interval '1 year' + interval '1 hour' * (t.n %% 997)
                        else made + interval '3 days' end,
                   case when t.state <> 'OPEN' then made + interval '1 day' end, 3
            from told t join hubs h on h.place = t.n %% (select count(*) from hubs)
            """;

    private final Superuser referrals;
    private final Superuser directory;
    private int stored;

    Archive(Bed bed) {
        referrals = bed.database("referral");
        directory = bed.database("hub_directory");
        referrals.execute(DRAWN);
        referrals.execute(CALLED);
        directory.execute(DRAWN);
    }

    /** Until there are so many of each. */
    void grow(int total, int most) {
        while (stored < total) {
            var last = Math.min(total, stored + BATCH);
            referrals.execute(REFERRALS.formatted(stored + 1, last, most, HOSPITALS, HOSPITAL, HUB));
            // Nobody else writes, and what is written fits: a million look-ups of foreign keys would show nothing.
            directory.execute("set session_replication_role = replica; "
                    + OFFERS.formatted(stored + 1, last, most, WAITING_AMONG));
            stored = last;
        }
        for (var database : new Superuser[] {referrals, directory}) {
            database.execute("vacuum analyze");
            database.execute("checkpoint");
        }
        demand(referrals, "referral", total);
        demand(directory, "offer", total);
    }

    private static void demand(Superuser database, String table, int total) {
        var found = database.count("select count(*) from " + table);
        if (found != total) {
            throw new IllegalStateException("%s has %d rows, not %d".formatted(table, found, total));
        }
    }
}
