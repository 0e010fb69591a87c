package fr.genereferral.e2e.planted;

import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.events.Wire;
import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.kafka.Lag;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a scenario sees and does behind the API. */
record Look(LocalSystem system) {

    /** An offer, and the hub that was asked. */
    record Offer(String id, String hub) {}

    /** Records that the group has not committed. */
    long unheard(String group, String topic) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", system.platform().kafkaBootstrapServers());
        try (var admin = Admin.create(settings)) {
            return Lag.of(admin, group, List.of(topic)).entrySet().stream()
                    .filter(lag -> lag.getKey().topic().equals(topic))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Says again all that a topic has said of these referrals. */
    void repeat(String topic, List<Sent> children) {
        var ids = ids(children);
        try (var wire = new Wire(system)) {
            wire.sendAll(wire.all(topic).stream()
                    .filter(heard -> ids.contains(heard.key()))
                    .map(Wire::again)
                    .toList());
        }
    }

    /** A record of a known type and place in line that nobody can read. */
    void poison(String topic, List<Sent> children, long sequence) {
        try (var wire = new Wire(system)) {
            ids(children).forEach(id -> wire.send(poison(topic, id, sequence)));
        }
    }

    private static ProducerRecord<String, byte[]> poison(String topic, String key, long sequence) {
        var event = new ProducerRecord<>(topic, key, "{not json".getBytes(StandardCharsets.UTF_8));
        event.headers()
                .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                .add("ce_type", "OfferSeen.v1".getBytes(StandardCharsets.UTF_8))
                .add("ce_time", "2026-01-01T00:00:00Z".getBytes(StandardCharsets.UTF_8))
                .add("ce_sequence", Long.toString(sequence).getBytes(StandardCharsets.UTF_8))
                .add(Invariants.INJECTED, new byte[0]);
        return event;
    }

    boolean isOnTopic(String topic, Sent child) {
        try (var wire = new Wire(system)) {
            return wire.all(topic).stream().anyMatch(heard -> id(child).equals(heard.key()));
        }
    }

    long count(String database, String table) {
        return Long.parseLong(new Tables(system)
                .texts(database, "select count(*) from " + table)
                .get(0));
    }

    boolean isOffered(Sent child) {
        return !new Tables(system)
                .texts("referral", "select id from referral where state = 'OFFERED' and id = '" + id(child) + "'")
                .isEmpty();
    }

    Offer liveOffer(Sent child) {
        var query = "select id, hub_id from offer where state = 'OPEN' and referral_id = '" + id(child) + "'";
        return new Tables(system)
                .read("hub_directory", query, row -> new Offer(row.getString(1), row.getString(2)))
                .get(0);
    }

    /** @return the status that the hub reads */
    int answer(Offer offer, String how, String body) throws IOException {
        return Organisation.hub(system, offer.hub())
                .post(
                        ServiceSettings.HUB_DIRECTORY,
                        "/v1/offers/" + offer.id() + "/" + how,
                        body,
                        UUID.randomUUID().toString())
                .statusCode();
    }

    /** As the superuser. */
    void change(String... statements) {
        var url = system.platform().database("referral").jdbcUrl();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> ids(List<Sent> children) {
        return children.stream().map(Look::id).collect(Collectors.toSet());
    }

    private static String id(Sent child) {
        return child.acknowledgement().orElseThrow().referral();
    }
}
