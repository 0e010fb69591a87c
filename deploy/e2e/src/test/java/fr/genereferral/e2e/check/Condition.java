package fr.genereferral.e2e.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.kafka.Lag;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** How the platform itself says it does: health, connectors, consumer groups. */
record Condition(LocalSystem system) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> ailments() {
        var ailments = new ArrayList<String>();
        for (var service : ServiceSettings.values()) {
            var health = answer(system.url(service) + "/q/health");
            if (!health.contains("200 ")) {
                ailments.add("health of " + service.module() + ": " + health);
            }
            var connector = system.platform().connect().url() + "/connectors/outbox-" + service.database() + "/status";
            if (!isRunning(answer(connector))) {
                ailments.add("connector of " + service.module() + " does not run");
            }
        }
        ailments.addAll(lags());
        return ailments;
    }

    private static boolean isRunning(String answer) {
        try {
            var status = JSON.readTree(answer.substring(answer.indexOf(' ') + 1));
            var task = status.path("tasks").path(0).path("state").asText();
            return status.path("connector").path("state").asText().equals("RUNNING") && task.equals("RUNNING");
        } catch (IOException e) {
            return false;
        }
    }

    private static String answer(String url) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(TO_ANSWER).build();
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return "none (" + e + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "none (interrupted)";
        }
    }

    /** Offsets that a group has yet to commit. */
    private List<String> lags() {
        var settings =
                Map.<String, Object>of("bootstrap.servers", system.platform().kafkaBootstrapServers());
        try (var admin = Admin.create(settings)) {
            var ailments = new ArrayList<String>();
            var heard = Hearing.all().stream().collect(groupingBy(Hearing::service, mapping(Hearing::topic, toList())));
            for (var group : heard.keySet()) {
                Lag.of(admin, group, heard.get(group))
                        .forEach((partition, lag) -> ailments.add("%s lags %d on %s".formatted(group, lag, partition)));
            }
            return ailments;
        } catch (ExecutionException e) {
            return List.of("consumer groups cannot be asked: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("interrupted");
        }
    }
}
