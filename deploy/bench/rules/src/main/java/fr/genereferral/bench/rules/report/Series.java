package fr.genereferral.bench.rules.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.util.ListStatistics;

/** Microseconds a dossier, round by round; in each round, of every iteration that counts. */
public final class Series {
    /** What JMH itself prints. */
    private static final double CONFIDENCE = 0.999;

    private final List<Round> rounds = new ArrayList<>();

    private record Round(List<Double> micros, double foreign, boolean busy) {
        double mean() {
            return micros.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
    }

    /** @param foreign the share of the processors that others used meanwhile */
    public void add(List<Double> micros, double foreign, boolean busy) {
        rounds.add(new Round(micros, foreign, busy));
    }

    public String lastRound() {
        return "%.2f µs".formatted(rounds.get(rounds.size() - 1).mean());
    }

    int size() {
        return rounds.size();
    }

    double mean(int round) {
        return rounds.get(round).mean();
    }

    boolean isBusy(int round) {
        return rounds.get(round).busy();
    }

    /** Of the quiet rounds; of all when there is none. */
    public double median() {
        return median(counted().stream().mapToDouble(Round::mean).toArray());
    }

    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Of the mean over all counted iterations, at JMH's own confidence. */
    double error() {
        var statistics = new ListStatistics();
        counted().forEach(round -> round.micros().forEach(statistics::addValue));
        return statistics.getMeanErrorAt(CONFIDENCE);
    }

    private List<Round> counted() {
        var quiet = rounds.stream().filter(round -> !round.busy()).toList();
        return quiet.isEmpty() ? rounds : quiet;
    }

    String row(int number) {
        var round = rounds.get(number);
        return "%.2f (%s)%s"
                .formatted(
                        round.mean(),
                        String.join(
                                " ",
                                round.micros().stream().map("%.2f"::formatted).toList()),
                        round.busy() ? ", busy: %.0f %%".formatted(round.foreign() * 100) : "");
    }
}
