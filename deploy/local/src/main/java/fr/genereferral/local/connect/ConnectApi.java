package fr.genereferral.local.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The few calls of Kafka Connect's REST interface that we make. */
final class ConnectApi {
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    ConnectApi(String url) {
        this.url = url;
    }

    /** With new settings the connector is made anew: changed in place, its old task would still be called RUNNING. */
    void configure(String connector, String settings) {
        if (connectors().contains(connector) && !hasSettings(connector, settings)) {
            send("DELETE", "/connectors/" + connector, "");
        }
        send("PUT", "/connectors/" + connector + "/config", settings);
    }

    private boolean hasSettings(String connector, String settings) {
        var current = (ObjectNode) json(send("GET", "/connectors/" + connector + "/config", ""));
        current.remove("name");
        return current.equals(json(settings));
    }

    List<String> connectors() {
        return StreamSupport.stream(json(send("GET", "/connectors", "")).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    ConnectorState state(String connector) {
        return state(json(send("GET", "/connectors/" + connector + "/status", "")));
    }

    /** Of all connectors, by name, in one call. */
    Map<String, ConnectorState> states() {
        var states = new HashMap<String, ConnectorState>();
        json(send("GET", "/connectors?expand=status", ""))
                .properties()
                .forEach(one -> states.put(one.getKey(), state(one.getValue().path("status"))));
        return states;
    }

    private static ConnectorState state(JsonNode status) {
        var tasks = StreamSupport.stream(status.path("tasks").spliterator(), false)
                .map(task -> task.path("state").asText())
                .toList();
        return new ConnectorState(status.path("connector").path("state").asText(), tasks);
    }

    void restartFailed(String connector) {
        send("POST", "/connectors/" + connector + "/restart?includeTasks=true&onlyFailed=true", "");
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new ConnectRefused(method + " " + path, response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new ConnectRefused(method + " " + path, 0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectRefused(method + " " + path, 0, "interrupted");
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new ConnectRefused("read", 200, text);
        }
    }

    static final class ConnectRefused extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ConnectRefused(String call, int status, String answer) {
            super("Kafka Connect answered %d to %s: %s".formatted(status, call, answer));
        }
    }
}
