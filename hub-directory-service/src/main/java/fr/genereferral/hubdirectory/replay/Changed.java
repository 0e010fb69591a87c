package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.MatchRun;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run that would have asked another hub first. */
@Schema(name = "ChangedRun")
record Changed(
        UUID matchRunId,
        UUID referralId,
        int routing,
        String therapy,
        LocalDate day,
        @Schema(nullable = true) First before,
        @Schema(nullable = true) First after) {

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

    static Changed of(MatchRun before, MatchRun after) {
        return new Changed(
                before.id(),
                before.referralId(),
                before.routing(),
                before.therapy(),
                before.day(),
                First.of(before),
                First.of(after));
    }

    boolean isAnother() {
        return before == null ? after != null : !before.isAt(after);
    }
}
