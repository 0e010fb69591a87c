package fr.genereferral.hubdirectory.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the runs of a period would have ended.
 *
 * @param items those that would have asked another hub first, oldest first
 * @param next cursor of the following page; null on the last one
 * @param regions sums over all runs of the period, by region of origin; on the first page alone
 */
@Schema(name = "Replay")
record Replayed(
        List<Changed> items,
        @Schema(nullable = true) UUID next,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<RegionSum.Told> regions) {}
