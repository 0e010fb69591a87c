package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stays with a referral by others that live on in it when one of them leaves.
 *
 * @param clock C0: the earliest of its own and of theirs
 * @param followed whether the hospital of the one that leaves follows the child here by another one
 */
public record Remaining(Instant clock, boolean followed) {

    /**
     * @param leaving the merge that is undone
     * @param into all merges that ended in the referral, that one and those that were undone among them
     * @param clocks C0 of those that still live on in it
     */
    public static Remaining of(Referral survivor, Merge leaving, List<Merge> into, List<Instant> clocks) {
        var own = Merge.ownClock(survivor.clockStartedAt(), into);
        return new Remaining(
                Stream.concat(Stream.of(own), clocks.stream())
                        .min(Instant::compareTo)
                        .orElseThrow(),
                into.stream()
                        .filter(merge ->
                                merge.state() == Merge.Stage.DONE && !merge.id().equals(leaving.id()))
                        .anyMatch(merge -> merge.hospital().equals(leaving.hospital())));
    }
}
