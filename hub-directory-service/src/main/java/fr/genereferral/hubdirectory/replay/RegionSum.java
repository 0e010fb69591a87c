package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.MatchRuns.Region;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The runs of one region, counted. */
final class RegionSum {
    /** A smaller number could name a child. */
    private static final int SMALLEST_TOLD = 5;

    private int runs;
    private int undecided;
    private int changed;
    private int summed;
    private long minutesBefore;
    private long minutesAfter;

    /**
     * A sum as it is told.
     *
     * @param region null for an origin that the directory does not know
     * @param minutesBefore travel to the first hub over the changed and decided runs that had one before and
     *     have one after; null when those are few, however many have changed
     */
    @Schema(name = "RegionSum")
    record Told(
            @Schema(nullable = true) String region,
            @Schema(nullable = true) String name,
            @Schema(nullable = true) Integer runs,
            @Schema(nullable = true) Integer undecided,
            @Schema(nullable = true) Integer changed,
            @Schema(nullable = true) Long minutesBefore,
            @Schema(nullable = true) Long minutesAfter) {}

    void add(Changed run) {
        runs++;
        undecided += run.undecided() ? 1 : 0;
        if (!run.isAnother()) {
            return;
        }
        changed++;
        if (run.before() != null && run.after() != null && !run.undecided()) {
            summed++;
            minutesBefore += run.before().travelMinutes();
            minutesAfter += run.after().travelMinutes();
        }
    }

    Told told(Region region) {
        var code = region == null ? null : region.code();
        var name = region == null ? null : region.name();
        if (runs < SMALLEST_TOLD) {
            return new Told(code, name, null, null, null, null, null);
        }
        return new Told(
                code,
                name,
                runs,
                isTold(undecided) ? undecided : null,
                isTold(changed) ? changed : null,
                isTold(changed) && isTold(summed) ? minutesBefore : null,
                isTold(changed) && isTold(summed) ? minutesAfter : null);
    }

    private static boolean isTold(int count) {
        return count == 0 || count >= SMALLEST_TOLD;
    }
}
