package fr.genereferral.hubdirectory.notice;

import static fr.genereferral.hubdirectory.Patience.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** A client that follows: what came, line by line, as it comes. */
final class EventStream implements AutoCloseable, Flow.Subscriber<String> {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile Flow.Subscription subscription;
    private volatile boolean ended;

    /** @param last the id that it goes on from; null when it begins */
    static EventStream of(String token, String last) {
        var stream = new EventStream();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/offers/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(stream));
        return stream;
    }

    /** One event, whole. */
    record Event(String id, String name, JsonNode data) {}

    List<Event> events() {
        var found = new ArrayList<Event>();
        String id = null;
        String name = null;
        for (var line : lines) {
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                name = line.substring(6);
            } else if (line.startsWith("data:")) {
                found.add(new Event(id, name, json(line.substring(5))));
            }
        }
        return found;
    }

    List<Event> about(String offer) {
        return events().stream()
                .filter(event -> event.data().path("offerId").asText().equals(offer))
                .toList();
    }

    /** Waits until the first event is there. */
    EventStream begun() {
        await().until(() -> !events().isEmpty());
        return this;
    }

    List<String> lines() {
        return lines;
    }

    boolean hasEnded() {
        return ended;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        ended = true;
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
