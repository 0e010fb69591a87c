package fr.genereferral.eligibility.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.ServiceTest;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@ServiceTest
class ThrowableMapperTest {
    @Inject
    ThrowableMapper mapper;

    @Test
    void tellsThatAConnectionWasLost() {
        var answer = answerTo(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"));

        assertEquals(503, answer.getStatus());
        assertEquals("5", answer.getHeaderString("Retry-After"));
    }

    @Test
    void saysNothingOfAnErrorOfOurs() {
        var answer = answerTo(new StackOverflowError("Camille"));

        assertEquals(500, answer.getStatus());
        assertEquals(-1, answer.getEntity().toString().indexOf("Camille"));
    }

    /** As on the event loop, without the request that a test pretends. */
    private Response answerTo(Throwable thrown) {
        return CompletableFuture.supplyAsync(() -> mapper.toResponse(thrown)).join();
    }
}
