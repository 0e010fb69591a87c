package fr.genereferral.e2e.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** One line of each request, in the log of each service: none says what it was asked for, and with which query. */
record AccessLogs(IdentityPlatform platform, Client client) {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String CATEGORY = "[io.quarkus.http.access-log]";
    /** Whence, when, the method, the status, how many bytes and the id of the request, which the service has drawn: nothing else. */
    private static final Pattern LINE = Pattern.compile(".*" + Pattern.quote(CATEGORY)
            + " \\([^)]*\\) [\\w.:-]+ \\[?\\d\\d/\\p{L}+\\.?/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}]?"
            + " [A-Z]+ \\d{3} (\\d+|-) (-|\\[?" + UUID + "(, " + UUID + ")*]?)");

    private static final Pattern ID = Pattern.compile("(?i)x-request-id=\\[([0-9a-f-]{36})]");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHOWN = 3;

    private static final Map<ServiceSettings, String> ASKED = Map.of(
            ServiceSettings.REFERRAL, "/v1/referrals",
            ServiceSettings.ELIGIBILITY, "/v1/eligibility/preview",
            ServiceSettings.HUB_DIRECTORY, "/v1/hubs");

    /** Whatever was asked before; and, for this, what is refused with a patient in its query. */
    void assertNoneSaysWhatWasAsked(Patient patient) {
        var query = "?q=" + URLEncoder.encode(patient.name(), StandardCharsets.UTF_8);
        ASKED.forEach((service, path) -> {
            var log = platform.data().resolve("logs").resolve(service.module() + ".log");
            var before = size(log);
            var answer = client.get(null, platform.url(service) + path + query);
            assertEquals(4, answer.status() / 100, answer.toString());
            Awaitility.await(service.module()).atMost(PATIENCE).until(() -> isSaid(id(answer), log, before));
            assertEquals(List.of(), others(log), service.module());
        });
    }

    private static String id(Answer answer) {
        var id = ID.matcher(answer.headers());
        if (!id.find()) {
            throw new IllegalStateException("no id in " + answer);
        }
        return id.group(1);
    }

    /** Looks at what is new alone: at DEBUG a log is large. */
    private static boolean isSaid(String request, Path log, long before) throws IOException {
        try (var text = Files.newInputStream(log)) {
            text.skipNBytes(before);
            return new String(text.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .anyMatch(line -> line.contains(CATEGORY) && line.endsWith(" " + request));
        }
    }

    /** Those lines that say anything else. */
    private static List<String> others(Path log) {
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(CATEGORY))
                    .filter(line -> !LINE.matcher(line).matches())
                    .limit(SHOWN)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
