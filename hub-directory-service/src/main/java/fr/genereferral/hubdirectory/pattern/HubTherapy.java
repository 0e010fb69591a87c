package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.AnsweredOffers.Counted;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.DistanceBand;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.PatternParameters;
import fr.genereferral.hubdirectory.pattern.PatternRepresentation.BandCounts;
import fr.genereferral.hubdirectory.pattern.PatternRepresentation.Compared;
import fr.genereferral.hubdirectory.pattern.PatternRepresentation.CompletenessCounts;
import fr.genereferral.hubdirectory.pattern.PatternRepresentation.Counts;
import fr.genereferral.hubdirectory.pattern.PatternRepresentation.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;

/** What one hub has answered for one therapy: its counts, and how they compare. */
record HubTherapy(HubName hub, String therapy, CountTable table, List<Comparison> comparisons) {
    private static final double THOUSAND = 1000;

    /** One for each hub and therapy, in the order in which they are counted. */
    static List<HubTherapy> all(Counted counted) {
        var groups = new LinkedHashMap<String, List<Count>>();
        counted.counts().forEach(count -> groups.computeIfAbsent(
                        count.hub().id() + ' ' + count.therapy(), key -> new ArrayList<>())
                .add(count));
        return groups.values().stream()
                .map(group -> of(group, counted.parameters()))
                .toList();
    }

    private static HubTherapy of(List<Count> counts, PatternParameters parameters) {
        var first = counts.get(0);
        var table = new CountTable(counts, parameters.smallestCell());
        return new HubTherapy(first.hub(), first.therapy(), table, Comparison.all(counts, table, parameters));
    }

    boolean isSuppressed() {
        return Row.ROWS.stream().anyMatch(row -> !table.tells(row))
                || comparisons.stream().anyMatch(comparison -> comparison.isMade() && !comparison.tellable());
    }

    PatternRepresentation told(Texts texts) {
        return new PatternRepresentation(
                hub,
                therapy,
                counts(Row.ALL),
                Row.bands().map(row -> new BandCounts(row.band(), counts(row))).toList(),
                Row.completenesses()
                        .map(row -> new CompletenessCounts(row.completeness(), counts(row)))
                        .toList(),
                comparisons.stream()
                        .map(comparison -> compared(comparison, texts))
                        .toList());
    }

    private Counts counts(Row row) {
        var reasons = new EnumMap<DeclineReason, Integer>(DeclineReason.class);
        Column.reasons()
                .forEach(column -> table.told(row, column).ifPresent(number -> reasons.put(column.reason(), number)));
        return new Counts(
                number(row, Column.ASKED),
                number(row, Column.ACCEPTED),
                number(row, Column.EXPIRED),
                number(row, Column.DECLINED),
                reasons,
                !table.tells(row));
    }

    private Integer number(Row row, Column column) {
        var told = table.told(row, column);
        return told.isPresent() ? told.getAsInt() : null;
    }

    private static Compared compared(Comparison comparison, Texts texts) {
        var figures = comparison.difference().filter(difference -> comparison.tellable());
        return new Compared(
                comparison.outcome().state(),
                comparison.band(),
                DistanceBand.NEAR,
                comparison.verdict(),
                figures.map(HubTherapy::figures).orElse(null),
                texts.of(comparison.verdict()));
    }

    private static Figures figures(RateDifference difference) {
        return new Figures(
                rounded(difference.rate()),
                rounded(difference.against()),
                rounded(difference.difference()),
                rounded(difference.low()),
                rounded(difference.high()));
    }

    private static double rounded(double share) {
        return Math.round(share * THOUSAND) / THOUSAND;
    }
}
