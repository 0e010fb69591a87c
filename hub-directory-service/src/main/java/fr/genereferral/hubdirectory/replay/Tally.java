package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.MatchRuns.Recorded;
import fr.genereferral.hubdirectory.MatchRuns.Region;
import fr.genereferral.hubdirectory.Replay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Replays one run after the other: a page of those that end otherwise, and, on the first page, the sums over all. */
final class Tally {
    private final Question question;
    private final List<Changed> changed = new ArrayList<>();
    private final Map<Optional<Region>, RegionSum> sums = new HashMap<>();
    private UUID last;
    private boolean more;

    Tally(Question question) {
        this.question = question;
        last = question.cursor();
    }

    void add(Recorded recorded) {
        var run = Changed.of(new Replay(recorded.run(), question.supposed()));
        last = recorded.run().id();
        sums.computeIfAbsent(recorded.region(), region -> new RegionSum()).add(run);
        if (run.isAnother()) {
            keep(run);
        }
    }

    private void keep(Changed run) {
        if (changed.size() < question.limit()) {
            changed.add(run);
        } else {
            more = true;
        }
    }

    /** On a later page nothing is left to be found out. */
    boolean isDone() {
        return more && !question.isFirstPage();
    }

    UUID last() {
        return last;
    }

    Replayed told() {
        var next = more ? changed.get(changed.size() - 1).matchRunId() : null;
        return new Replayed(List.copyOf(changed), next, question.isFirstPage() ? byRegion() : null);
    }

    private List<RegionSum.Told> byRegion() {
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().told(sum.getKey().orElse(null)))
                .sorted(Comparator.comparing(RegionSum.Told::region, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
