package fr.genereferral.e2e.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came back, as far as it may be compared: without what is new in every answer. */
record Answer(int status, Map<String, List<String>> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NEW_EACH_TIME = Set.of("x-request-id", "date");

    static Answer of(HttpResponse<String> response) {
        var headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(NEW_EACH_TIME);
        return new Answer(response.statusCode(), headers, response.body());
    }

    boolean is(Expected expected) {
        return status == expected.status()
                && (expected.code().isEmpty() ? !isProblem() : code().equals(expected.code()));
    }

    boolean isProblem() {
        return headers.getOrDefault("content-type", List.of()).contains("application/problem+json");
    }

    String code() {
        return isProblem() ? json().path("code").asText() : "";
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
