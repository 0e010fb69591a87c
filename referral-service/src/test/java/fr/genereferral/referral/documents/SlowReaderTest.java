package fr.genereferral.referral.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final Vertx vertx = Vertx.vertx();
    private final SlowReader slow = new SlowReader(vertx);

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void breaksOffWhatTakesTooLong() {
        assertThrows(
                IOException.class,
                () -> read(response -> {
                    response.setChunked(true).write("half");
                    slow.watch(response, SOON);
                }));
    }

    @Test
    void leavesAloneWhatIsWritten() throws Exception {
        assertEquals("whole", read(response -> {
            slow.watch(response, SOON).run();
            // Later than it would have been broken off.
            vertx.setTimer(2, later -> response.end("whole"));
        }));
    }

    private String read(Handler<HttpServerResponse> answer) throws IOException, InterruptedException {
        var server = vertx.createHttpServer()
                .requestHandler(request -> answer.handle(request.response()))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort()))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
