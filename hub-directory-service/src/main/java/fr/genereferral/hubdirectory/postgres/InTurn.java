package fr.genereferral.hubdirectory.postgres;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** One after the other: a session does one thing at a time. */
final class InTurn {
    private InTurn() {}

    static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        var done = Uni.createFrom().voidItem();
        for (var one : all) {
            done = done.chain(() -> work.apply(one));
        }
        return done;
    }
}
