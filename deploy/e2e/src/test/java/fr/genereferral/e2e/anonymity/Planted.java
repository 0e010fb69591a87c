package fr.genereferral.e2e.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DeflaterOutputStream;

/** Puts a mark of its own into each kind of place, and demands that the same search that found nothing finds it there. */
final class Planted {
    private static final Mark MARK = new Mark("JKPLANTED");

    private Planted() {}

    static void everywhere(IdentityPlatform platform, Places clean, Client client) throws IOException, SQLException {
        var places = new Places(platform, new Search(MARK));
        assertEquals(List.of(), places.searched(client, Set.of()));
        var expected = new TreeSet<String>();

        var topics = clean.topics();
        for (var topic : List.of("referral.events", "referral-service.dead-letters")) {
            topics.publish(topic, "{\"name\": \"" + MARK.text() + "\"}");
            expected.add("topic " + topic);
        }
        topics.publish(
                "eligibility.events",
                "{\"document\": \"" + Base64.getEncoder().encodeToString(deflated(MARK.text())) + "\"}");
        expected.add("topic eligibility.events");
        topics.names().stream().filter(name -> name.contains("connect")).forEach(topic -> {
            topics.publish(topic, MARK.text());
            expected.add("topic " + topic);
        });
        topics.publishNamed("hub.events", MARK.text());
        expected.add("topic hub.events");
        platform.letters().receive("Subject: an offer waits\r\n\r\nIt is about " + MARK.text() + ".");
        expected.add("a letter");
        platform.keycloak().refuse(MARK.text());
        platform.keycloak().change(MARK.text());
        expected.addAll(KeycloakEvents.places());
        plantInLogs(platform.data().resolve("logs"), expected);
        plantInDatabases(places.databases(), expected);
        Files.createFile(platform.data().resolve(MARK.text() + ".txt"));
        expected.add("name of " + MARK.text() + ".txt");

        var sleeper = new ProcessBuilder("sleep", "300");
        sleeper.environment().put("PATIENT", MARK.text());
        var process = sleeper.start();
        expected.add("process /proc/" + process.pid() + "/environ");

        var found = new TreeSet<String>();
        try {
            places.searched(client, Set.of()).forEach(one -> found.add(one.place()));
        } finally {
            process.destroyForcibly();
        }
        expected.removeIf(found::contains);
        assertEquals(Set.of(), expected);
        var answer = new Answer("GET /v1/referrals", 422, "{}", "{\"detail\": \"" + MARK.text() + "\"}");
        assertEquals(1, places.answers(List.of(answer)).size());
    }

    private static void plantInLogs(Path logs, Set<String> expected) throws IOException {
        try (var files = Files.list(logs)) {
            for (var file : files.toList()) {
                Files.writeString(file, "name=" + MARK.text() + "\n", StandardOpenOption.APPEND);
                expected.add("file logs/" + file.getFileName());
            }
        }
    }

    /** Beside a row of each kind: a statement with the value in it, which fails and is quoted in PostgreSQL's log. */
    private static void plantInDatabases(Databases databases, Set<String> expected) throws SQLException {
        for (var database : fr.genereferral.local.Database.NAMES) {
            databases.run(database, "create table planted as select '" + MARK.text() + "'::bytea as name");
            databases.run(
                    database,
                    "create table planted_deflated as select '\\x"
                            + HexFormat.of().formatHex(deflated(MARK.text())) + "'::bytea as document");
            expected.add(database + ".public.planted");
            expected.add(database + ".public.planted_deflated");
        }
        assertThrows(
                SQLException.class,
                () -> databases.run("referral", "insert into outbox (id) values ('" + MARK.text() + "')"));
        expected.add("file logs/postgres.log");
    }

    private static byte[] deflated(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
