package fr.genereferral.e2e.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What hubs have answered long ago, written into the tables as hub-directory-service stores it: each child with a placement that
 * is closed and the match run by which the hub was asked. Nobody is told of it, and it is taken away again.
 */
public final class PastOffers implements AutoCloseable {
    private static final String STORE = """
            with child as materialized (
                select gen_random_uuid() as id, gen_random_uuid() as run, gen_random_uuid() as offer
                from generate_series(1, ?)),
            asked as (
                select c.*, cast(? as timestamptz) as at, cast(? as text) as hub, cast(? as text) as origin,
                    cast(? as int) as minutes, cast(? as text) as answer, cast(? as text) as reason
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
                select run, id, 1, 1, 'ONA-IV', 1, 'ELIGIBLE', '', '', '2025-12-01', 'ROUTINE', '350007084', at
                from asked)
            insert into offer (id, referral_id, match_run_id, routing, rank, hub_id, hub_name, hub_city, therapy, urgency,
                state, illustrative, offered_at, expires_at, ended_at, accepted_at, decline_reason, version)
            select offer, id, run, 1, 1, hub, 'Centre', 'Ville', 'ONA-IV', 'ROUTINE', answer, false,
                at - interval '1 hour', at, at, case when answer = 'ACCEPTED' then at end, reason, 1
            from asked returning referral_id
            """;

    private static final String MOVE = "update offer set offered_at = cast(? as timestamptz) - interval '1 hour',"
            + " accepted_at = case when accepted_at is not null then cast(? as timestamptz) end,"
            + " ended_at = case when ended_at is not null then cast(? as timestamptz) end"
            + " where cast(referral_id as text) = ?";

    private final List<UUID> children = new ArrayList<>();

    /** So many children who lived in one place. */
    public record Kind(String departement, int minutes) {
        public static final Kind NEAR = new Kind("44", 20);
        public static final Kind FAR = new Kind("2B", 250);
        public static final Kind OVERSEAS = new Kind("976", 1500);
    }

    public PastOffers accepted(String hub, int count, Kind kind, Instant at) {
        return stored(hub, count, kind, at, "ACCEPTED", null);
    }

    public PastOffers declined(String hub, int count, Kind kind, Instant at) {
        return stored(hub, count, kind, at, "DECLINED", "NO_CAPACITY");
    }

    private PastOffers stored(String hub, int count, Kind kind, Instant at, String answer, String reason) {
        try (var connection = quietly();
                var statement = connection.prepareStatement(STORE)) {
            statement.setInt(1, count);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setString(3, hub);
            statement.setString(4, kind.departement());
            statement.setInt(5, kind.minutes());
            statement.setString(6, answer);
            statement.setString(7, reason);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    children.add(rows.getObject(1, UUID.class));
                }
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A child whose hub has answered just now, as if that had been then. */
    public PastOffers moved(ReferredChild child, Instant at) {
        try (var connection = quietly();
                var statement = connection.prepareStatement(MOVE)) {
            for (var i = 1; i <= 3; i++) {
                statement.setTimestamp(i, Timestamp.from(at));
            }
            statement.setString(4, child.id());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("not one offer");
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (var connection = quietly()) {
            for (var table : List.of("offer", "routing", "match_run", "placement")) {
                try (var statement =
                        connection.prepareStatement("delete from " + table + " where referral_id = any (?)")) {
                    statement.setArray(1, connection.createArrayOf("uuid", children.toArray()));
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the triggers that would tell hubs of it. */
    private static Connection quietly() throws SQLException {
        var url = RunningSystem.system().platform().database("hub_directory").jdbcUrl();
        var connection = DriverManager.getConnection(url, "postgres", "");
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            return connection;
        }
    }
}
