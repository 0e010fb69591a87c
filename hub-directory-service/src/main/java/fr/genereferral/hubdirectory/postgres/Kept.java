package fr.genereferral.hubdirectory.postgres;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * What was read of some rows, kept as long as they bear the same mark. Whoever asks for the mark first and reads afterwards
 * keeps what is as young as the mark, or younger: then nobody finds that mark again.
 */
final class Kept<T> {
    private record Read<T>(String mark, T value) {}

    private volatile Read<T> last = new Read<>(null, null);

    Uni<T> under(String mark, Supplier<Uni<T>> read) {
        var kept = last;
        return mark.equals(kept.mark)
                ? Uni.createFrom().item(kept.value)
                : read.get().invoke(value -> last = new Read<>(mark, value));
    }
}
