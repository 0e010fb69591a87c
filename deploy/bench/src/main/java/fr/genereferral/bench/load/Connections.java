package fr.genereferral.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/** The connections of whoever asks a service much at once. */
final class Connections {
    private static final int MOST = 256;
    /** The services give an idle connection up after sixty seconds: none is taken for a new request just then. */
    private static final int IDLE_SECONDS = 30;

    private Connections() {}

    static HttpClient of(Vertx vertx) {
        return vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MOST).setKeepAliveTimeout(IDLE_SECONDS));
    }
}
