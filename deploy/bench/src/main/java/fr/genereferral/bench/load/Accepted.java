package fr.genereferral.bench.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;

/** Takes one status of an answer for a yes, and makes of every other a failure that names it. */
final class Accepted {
    private static final int TO_COME_BACK = 503;

    private Accepted() {}

    static Future<HttpClientResponse> with(int status, HttpClientResponse answer) {
        if (answer.statusCode() == status) {
            return Future.succeededFuture(answer);
        }
        return answer.body()
                .map(Buffer::toString)
                .compose(body ->
                        Future.failedFuture(new IllegalStateException(answer.statusCode() + " " + codeIn(body))));
    }

    static boolean isToComeBack(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith(TO_COME_BACK + " ");
    }

    /** The problem's code: the rest of it differs from one to the next. */
    private static String codeIn(String body) {
        return body.startsWith("{") ? new JsonObject(body).getString("code", "") : "";
    }
}
