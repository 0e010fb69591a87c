package fr.genereferral.referral.postgres.bulk;

import fr.genereferral.referral.postgres.bulk.Batches.Place;
import fr.genereferral.referral.postgres.bulk.Batches.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * A batch on its way. When it fails, each of it goes once more, alone, so that only the guilty one fails; unless the
 * database itself is away, which the others would not be spared either.
 */
final class Trip<I, O> {
    /** A connection that never answers must not keep its place for ever. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Work<I, O> work;

    Trip(Work<I, O> work) {
        this.work = work;
    }

    /** Never fails: every place gets its answer or its failure. */
    Uni<Void> with(List<Place<I, O>> batch) {
        return attempt(batch).onFailure().recoverWithUni(failure -> failed(batch, failure));
    }

    private Uni<Void> attempt(List<Place<I, O>> batch) {
        return Uni.createFrom()
                .deferred(() -> work.on(batch.stream().map(Place::item).toList()))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .invoke(answers -> answer(batch, answers))
                .replaceWithVoid();
    }

    private static <I, O> void answer(List<Place<I, O>> batch, List<O> answers) {
        if (answers.size() != batch.size()) {
            throw new IllegalStateException(batch.size() + " in a batch got " + answers.size() + " answers");
        }
        for (var i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
    }

    private Uni<Void> failed(List<Place<I, O>> batch, Throwable failure) {
        if (batch.size() == 1 || Outages.isOne(failure)) {
            batch.forEach(place -> place.answer().completeExceptionally(failure));
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(place -> with(List.of(place)).replaceWith(place))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
