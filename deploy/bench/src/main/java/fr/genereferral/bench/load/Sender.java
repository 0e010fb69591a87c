package fr.genereferral.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.function.Supplier;

/** The one event loop that sends: a second would only fight the services for the processors. */
public record Sender(Vertx vertx, Context loop) implements AutoCloseable {
    public static Sender started() {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        return new Sender(vertx, vertx.getOrCreateContext());
    }

    /** Done on the loop and waited for. */
    public <T> T onLoop(Supplier<Future<T>> work) {
        var result = Promise.<T>promise();
        loop.runOnContext(now -> work.get().onComplete(result));
        return Waiting.on(result.future());
    }

    @Override
    public void close() {
        Waiting.on(vertx.close());
    }
}
