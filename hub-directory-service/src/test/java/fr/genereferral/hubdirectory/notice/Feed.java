package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.Search;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What the scheduler does, when a test wants it. */
final class Feed {
    private Feed() {}

    static void tell(TellingHubs telling) {
        done(telling::tell);
    }

    static <T> T done(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last number that this hub was given. */
    static long last(String token) {
        return Search.get(token, "/v1/offers/notices")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("next");
    }

    static List<Long> inARow(long from, int many) {
        return LongStream.range(from, from + many).boxed().toList();
    }
}
