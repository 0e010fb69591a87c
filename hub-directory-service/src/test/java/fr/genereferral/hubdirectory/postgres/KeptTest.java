package fr.genereferral.hubdirectory.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final Kept<String> kept = new Kept<>();
    private final List<UniEmitter<? super String>> reading = new ArrayList<>();

    @Test
    void readsOnceWhileTheMarkIsTheSame() {
        ask("first", "a");

        assertEquals("a", ask("first", "never read"));
    }

    @Test
    void readsAgainUnderAnotherMark() {
        ask("first", "a");

        assertEquals("b", ask("second", "b"));
        assertEquals("a again", ask("first", "a again"));
    }

    @Test
    void readsAgainWhereASlowReaderOfAnOlderMarkComesLast() {
        var slow = kept.under("first", this::slowly).subscribeAsCompletionStage();
        ask("second", "b");
        reading.get(0).complete("a or younger");

        assertEquals("a or younger", slow.join());
        assertEquals("b again", ask("second", "b again"));
    }

    @Test
    void keepsNothingOfAReadingThatFails() {
        kept.under("first", () -> Uni.createFrom().<String>failure(new IllegalStateException()))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        assertEquals("a", ask("first", "a"));
    }

    private String ask(String mark, String read) {
        return kept.under(mark, () -> Uni.createFrom().item(read)).await().indefinitely();
    }

    private Uni<String> slowly() {
        return Uni.createFrom().emitter(reading::add);
    }
}
