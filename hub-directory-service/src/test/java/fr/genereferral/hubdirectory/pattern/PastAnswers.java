package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.LocalServers;
import java.sql.SQLException;

/**
 * What one hub has answered in months that are over, written as the platform stores it, for a therapy that no other test knows.
 * Each child has a placement that is closed, and a run of which only what is counted is there, marked as no search's.
 */
record PastAnswers(String hub, String therapy) {
    private static final String STORE = """
            with child as materialized (
                select uuidv7() as id, uuidv7() as run, uuidv7() as offer from generate_series(1, ?)),
            asked as (
                select c.*, cast(cast(? as text) as timestamptz) as at, cast(? as text) as hub,
                    cast(? as text) as therapy, cast(? as text) as origin, cast(? as int) as minutes,
                    cast(? as text) as pending, cast(? as text) as answer, cast(? as text) as reason
                from child c),
            p as (insert into placement (referral_id, state, version) select id, 'CLOSED', 1 from asked),
            m as (
                insert into match_run (id, referral_id, routing, day, by_hand, content)
                select run, id, 1, cast(at as date), true, jsonb_build_object(
                    'origin', jsonb_build_object('kind', 'DEPARTEMENT', 'code', origin),
                    'ranked', jsonb_build_array(jsonb_build_object(
                        'rank', 1, 'hub', jsonb_build_object('id', hub),
                        'terms', jsonb_build_object('travelMinutes', minutes))),
                    'evidence', jsonb_build_object('weightKnown', true))
                from asked),
            r as (
                insert into routing (id, referral_id, number, candidates, therapy, pack_version, verdict,
                    conditional_on, warnings, birth_date, urgency, hospital, clock_started_at)
                select run, id, 1, 1, therapy, 1, 'ELIGIBLE', pending, '', '2025-12-01', 'ROUTINE', '350007084', at
                from asked)
            insert into offer (id, referral_id, match_run_id, routing, rank, hub_id, hub_name, hub_city, therapy, urgency,
                state, illustrative, offered_at, expires_at, ended_at, accepted_at, decline_reason, version)
            select offer, id, run, 1, 1, hub, 'Hub', 'Ville', therapy, 'ROUTINE',
                case when answer = 'GIVEN_BACK' then 'WITHDRAWN' else answer end, false,
                at - interval '1 hour', at, at + case when answer = 'GIVEN_BACK' then interval '200 days' else interval '0' end,
                case when answer in ('ACCEPTED', 'GIVEN_BACK') then at end, reason, 1
            from asked
            """;

    /** So many children of one kind. */
    record Kind(int children, String at, String departement, int minutes, boolean complete) {

        Kind times(int others) {
            return new Kind(others, at, departement, minutes, complete);
        }

        Kind on(String another) {
            return new Kind(children, another, departement, minutes, complete);
        }

        Kind incomplete() {
            return new Kind(children, at, departement, minutes, false);
        }
    }

    static Kind near(int children) {
        return new Kind(children, "2026-03-15T12:00:00Z", "44", 20, true);
    }

    static Kind middle(int children) {
        return new Kind(children, "2026-03-15T12:00:00Z", "35", 105, true);
    }

    static Kind far(int children) {
        return new Kind(children, "2026-03-15T12:00:00Z", "2B", 250, true);
    }

    static Kind overseas(int children) {
        return new Kind(children, "2026-03-15T12:00:00Z", "976", 1500, true);
    }

    PastAnswers accepted(Kind kind) throws SQLException {
        return stored(kind, "ACCEPTED", null);
    }

    PastAnswers givenBack(Kind kind) throws SQLException {
        return stored(kind, "GIVEN_BACK", null);
    }

    PastAnswers declined(Kind kind, String reason) throws SQLException {
        return stored(kind, "DECLINED", reason);
    }

    PastAnswers expired(Kind kind) throws SQLException {
        return stored(kind, "EXPIRED", null);
    }

    /** Taken back before any answer. */
    PastAnswers withdrawn(Kind kind) throws SQLException {
        return stored(kind, "WITHDRAWN", null);
    }

    private PastAnswers stored(Kind kind, String answer, String reason) throws SQLException {
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.prepareStatement(STORE)) {
            statement.setInt(1, kind.children());
            statement.setString(2, kind.at());
            statement.setString(3, hub);
            statement.setString(4, therapy);
            statement.setString(5, kind.departement());
            statement.setInt(6, kind.minutes());
            statement.setString(7, kind.complete() ? "" : therapy + ".1");
            statement.setString(8, answer);
            statement.setString(9, reason);
            statement.executeUpdate();
            return this;
        }
    }
}
