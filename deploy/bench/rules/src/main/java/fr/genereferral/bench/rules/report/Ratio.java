package fr.genereferral.bench.rules.report;

import java.util.stream.IntStream;

/** How many times longer one takes than the other: the median of the rounds' ratios, never the ratio of the means. */
public record Ratio(Series longer, Series shorter) {
    public double median() {
        return Series.median(ofRounds());
    }

    public String text() {
        var ratios = ofRounds();
        var summary =
                IntStream.range(0, ratios.length).mapToDouble(i -> ratios[i]).summaryStatistics();
        return "%.2f (%.2f to %.2f in %d rounds%s)"
                .formatted(
                        median(),
                        summary.getMin(),
                        summary.getMax(),
                        ratios.length,
                        quiet().length == 0 ? ", **all of them busy**" : "");
    }

    private double[] ofRounds() {
        var quiet = quiet();
        var rounds =
                quiet.length > 0 ? quiet : IntStream.range(0, longer.size()).toArray();
        return IntStream.of(rounds)
                .mapToDouble(round -> longer.mean(round) / shorter.mean(round))
                .toArray();
    }

    private int[] quiet() {
        return IntStream.range(0, longer.size())
                .filter(round -> !longer.isBusy(round) && !shorter.isBusy(round))
                .toArray();
    }
}
