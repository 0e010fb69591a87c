package fr.genereferral.hubdirectory;

import java.util.Optional;

/**
 * A hub that is to be asked.
 *
 * @param run the choice that it has its place in
 */
record Turn(MatchRun run, MatchRun.Candidate candidate) {

    /** The place of a hub, if it has one. */
    static Optional<Turn> of(MatchRun run, String hub) {
        return run.ranked().stream()
                .filter(candidate -> candidate.hub().id().equals(hub))
                .findFirst()
                .map(candidate -> new Turn(run, candidate));
    }

    int candidates() {
        return run.ranked().size();
    }
}
