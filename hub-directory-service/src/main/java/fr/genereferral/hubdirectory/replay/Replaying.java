package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.MatchRuns;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes through the stored runs of a period and makes each again under what is supposed. */
@ApplicationScoped
class Replaying {
    /** So few at once that other requests are not kept waiting while they are parsed. */
    private static final int AT_ONCE = 50;

    private final MatchRuns runs;

    Replaying(MatchRuns runs) {
        this.runs = runs;
    }

    Uni<Replayed> replay(Question question) {
        return go(question, new Tally(question)).map(Tally::told);
    }

    private Uni<Tally> go(Question question, Tally tally) {
        return runs.page(question.period(), tally.last(), AT_ONCE).chain(page -> {
            page.forEach(tally::add);
            return page.size() < AT_ONCE || tally.isDone() ? Uni.createFrom().item(tally) : go(question, tally);
        });
    }
}
