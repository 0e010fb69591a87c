package fr.genereferral.hubdirectory.coordination;

import java.util.List;
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

    /** @param found one more than the limit when there are more */
    static EscalationPage of(List<EscalationRepresentation> found, int limit) {
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit ? items.get(limit - 1).referralId().toString() : null;
        return new EscalationPage(items, next);
    }
}
