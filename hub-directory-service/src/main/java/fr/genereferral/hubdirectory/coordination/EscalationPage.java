package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.Interventions.Case;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who waits for the coordinator, the most pressing first, then by the equity clock.
 *
 * @param next cursor of the following page; null on the last one
 */
@Schema(name = "EscalationPage")
record EscalationPage(
        List<EscalationRepresentation> items,
        @Schema(nullable = true) String next) {

    /**
     * @param found one more than the limit when there are more
     * @param line what is said of one: the hubs are ranked for it, so that it is asked for those that are shown alone
     */
    static EscalationPage of(List<Case> found, int limit, Function<Case, EscalationRepresentation> line) {
        var items = found.stream().limit(limit).map(line).toList();
        var next = found.size() > limit ? items.get(limit - 1).referralId().toString() : null;
        return new EscalationPage(items, next);
    }
}
