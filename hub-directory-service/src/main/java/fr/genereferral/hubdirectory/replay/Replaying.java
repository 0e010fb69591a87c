package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.MatchRuns;
import fr.genereferral.hubdirectory.MatchRuns.Recorded;
import fr.genereferral.hubdirectory.rounds.Rounds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Goes through the stored runs of a period and makes each again under what is supposed. */
@ApplicationScoped
class Replaying {
    /** So few at once that other requests are not kept waiting while they are parsed. */
    private static final int AT_ONCE = 50;

    private final MatchRuns runs;
    private final Hubs hubs;

    Replaying(MatchRuns runs, Hubs hubs) {
        this.runs = runs;
        this.hubs = hubs;
    }

    Uni<Replayed> replay(Question question) {
        return hubs.all()
                .map(all -> all.stream().map(Hub::id).collect(Collectors.toSet()))
                .invoke(question::checkHubs)
                .chain(() -> go(question, new Tally(question)))
                .map(Tally::told);
    }

    private Uni<Tally> go(Question question, Tally tally) {
        return Rounds.asLongAs(() ->
                        runs.page(question.period(), tally.last(), AT_ONCE).map(page -> added(page, tally)))
                .replaceWith(tally);
    }

    /** @return whether another page is needed */
    private static boolean added(List<Recorded> page, Tally tally) {
        page.forEach(tally::add);
        return page.size() == AT_ONCE && !tally.isDone();
    }
}
