package fr.genereferral.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Variant against baseline, round by round: the median of the ratios, never the ratio of the means. */
public final class Ratios {
    private final List<Round> rounds = new ArrayList<>();

    /** @param foreign the greater share of the processors that others used in one of the two */
    public record Round(double baseline, double variant, double foreign, boolean busy) {
        double ratio() {
            return variant / baseline;
        }

        String row(int number) {
            return "%d | %.0f | %.0f | %.3f | %.0f %%%s"
                    .formatted(number, baseline, variant, ratio(), foreign * 100, busy ? " (busy)" : "");
        }
    }

    public void add(double baseline, double variant, double foreign, boolean busy) {
        rounds.add(new Round(baseline, variant, foreign, busy));
    }

    /** Busy rounds count only when there is no other, and that is said then. */
    private List<Round> counted() {
        var quiet = rounds.stream().filter(round -> !round.busy()).toList();
        return quiet.isEmpty() ? rounds : quiet;
    }

    private boolean onlyBusy() {
        return rounds.stream().allMatch(Round::busy);
    }

    public double median() {
        return median(counted().stream().mapToDouble(Round::ratio).toArray());
    }

    public double medianVariant() {
        return median(counted().stream().mapToDouble(Round::variant).toArray());
    }

    public double medianBaseline() {
        return median(counted().stream().mapToDouble(Round::baseline).toArray());
    }

    public String headline() {
        var ratios = counted().stream().mapToDouble(Round::ratio).summaryStatistics();
        return "%.2f (%.2f to %.2f in %d rounds%s)"
                .formatted(
                        median(),
                        ratios.getMin(),
                        ratios.getMax(),
                        ratios.getCount(),
                        onlyBusy() ? ", **all of them busy**" : "");
    }

    public List<String> rows() {
        var rows = new ArrayList<String>();
        for (var i = 0; i < rounds.size(); i++) {
            rows.add(rounds.get(i).row(i + 1));
        }
        return rows;
    }

    public static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
