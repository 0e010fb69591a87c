package fr.genereferral.e2e.anonymity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Requests whose address and headers are full of a patient, whatever they are for. */
record Marked(Client client, Patient patient) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a query says that nobody asked for. */
    static String named(Patient patient) {
        return "name=" + URLEncoder.encode(patient.name(), StandardCharsets.UTF_8) + "&ins=" + patient.ins() + "&tel="
                + URLEncoder.encode(patient.telephone(), StandardCharsets.UTF_8);
    }

    /** Headers that say who it is about; none that a service goes by. */
    static HttpRequest.Builder said(HttpRequest.Builder request, Patient patient) {
        return request.header("X-Correlation-ID", Mark.WORD.text() + " " + patient.number())
                .header("X-Patient-Name", patient.ins() + " " + Mark.WORD.text())
                .header("baggage", "patient=" + Mark.WORD.text())
                .header("traceparent", "00-" + patient.ins() + "-" + Mark.WORD.text() + "-01")
                .header("User-Agent", Mark.WORD.text() + " " + patient.telephone())
                .header("Accept-Language", Mark.WORD.text());
    }

    Answer get(String caller, String url) {
        return send(caller, "GET", url, null);
    }

    Answer post(String caller, String url, String body) {
        return send(caller, "POST", url, body);
    }

    /** @param body null for none */
    Answer send(String caller, String method, String url, String body) {
        return client.send(caller, address(url), request -> {
            said(request, patient)
                    .header("Idempotency-Key", Mark.WORD.text() + " " + UUID.randomUUID())
                    .header("If-Match", "*")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
        });
    }

    /** What has to be taken. */
    JsonNode taken(String caller, String method, String url, String body) {
        var answer = send(caller, method, url, body);
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("not taken: " + answer);
        }
        return read(answer.body());
    }

    JsonNode seen(String caller, String url) {
        return taken(caller, "GET", url, null);
    }

    String address(String url) {
        return url + (url.contains("?") ? "&" : "?") + named(patient);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
