package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Replay;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run that would have asked another hub first.
 *
 * @param undecided whether yet another could have come before the one that is told: its record does not settle it
 */
@Schema(name = "ChangedRun")
record Changed(
        UUID matchRunId,
        UUID referralId,
        int routing,
        String therapy,
        LocalDate day,
        @Schema(nullable = true) First before,
        @Schema(nullable = true) First after,
        boolean undecided) {

    /** The hub that comes first; there is none when nobody could be asked. */
    @Schema(name = "FirstHub")
    record First(HubName hub, int travelMinutes, int cost) {

        static First of(MatchRun run) {
            return run.ranked().stream()
                    .findFirst()
                    .map(first -> new First(
                            first.hub(),
                            first.terms().travelMinutes(),
                            first.terms().cost()))
                    .orElse(null);
        }

        boolean isAt(First other) {
            return other != null && hub.id().equals(other.hub().id());
        }
    }

    static Changed of(Replay replay) {
        var before = replay.before();
        return new Changed(
                before.id(),
                before.referralId(),
                before.routing(),
                before.therapy(),
                before.day(),
                First.of(before),
                First.of(replay.after()),
                replay.isUndecided());
    }

    boolean isAnother() {
        return before == null ? after != null : !before.isAt(after);
    }
}
