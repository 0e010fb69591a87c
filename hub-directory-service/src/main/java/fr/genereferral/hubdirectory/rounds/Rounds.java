package fr.genereferral.hubdirectory.rounds;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Work that is done a part at a time. */
public final class Rounds {
    private Rounds() {}

    /**
     * One round after the other. What a round has read is let go before the next one begins: of a Uni that is chained to
     * itself each would be kept, with all that it has read, until the last is over.
     *
     * @param round answers whether another one follows; nothing means no
     */
    public static Uni<Void> asLongAs(Supplier<Uni<Boolean>> round) {
        return Multi.createBy()
                .repeating()
                .uni(() -> round.get().map(Boolean.TRUE::equals))
                .whilst(another -> another)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
