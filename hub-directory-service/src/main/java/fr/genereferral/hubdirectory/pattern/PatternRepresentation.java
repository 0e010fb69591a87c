package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.Completeness;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.DistanceBand;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.OfferState;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a hub has answered for one therapy.
 *
 * @param bands all of them, the near first
 * @param completeness those whose facts were all there, then the others
 * @param comparisons of the far and the overseas with the near
 */
@Schema(name = "HubPattern")
record PatternRepresentation(
        HubName hub,
        String therapy,
        Counts all,
        List<BandCounts> bands,
        List<CompletenessCounts> completeness,
        List<Compared> comparisons) {

    /**
     * Numbers of children; null where one is not told.
     *
     * @param suppressed whether any is not told
     * @param declinedFor by reason; one whose number is not told is absent
     */
    @Schema(name = "PatternCounts")
    record Counts(
            @Schema(nullable = true) Integer asked,
            @Schema(nullable = true) Integer accepted,
            @Schema(nullable = true) Integer expired,
            @Schema(nullable = true) Integer declined,
            Map<DeclineReason, Integer> declinedFor,
            boolean suppressed) {}

    /** Those of one distance. */
    @Schema(name = "BandCounts")
    record BandCounts(DistanceBand band, Counts counts) {}

    /** Those of one completeness. */
    @Schema(name = "CompletenessCounts")
    record CompletenessCounts(Completeness completeness, Counts counts) {}

    /**
     * A rate held against that of the near children.
     *
     * @param outcome DECLINED or EXPIRED
     * @param figures null where they are not told, or nothing is compared
     */
    @Schema(name = "PatternComparison")
    record Compared(
            OfferState outcome,
            DistanceBand band,
            DistanceBand against,
            Comparison.Verdict verdict,
            @Schema(nullable = true) Figures figures,
            Texts.Label text) {}

    /**
     * Shares between 0 and 1, to three places; the rates weigh the completeness as the difference does.
     *
     * @param difference rate less against
     */
    @Schema(name = "PatternFigures")
    record Figures(double rate, double against, double difference, double low, double high) {}
}
