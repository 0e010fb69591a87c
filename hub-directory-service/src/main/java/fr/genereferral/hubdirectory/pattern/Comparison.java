package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.Completeness;
import fr.genereferral.hubdirectory.DistanceBand;
import fr.genereferral.hubdirectory.PatternParameters;
import fr.genereferral.hubdirectory.pattern.RateDifference.Part;
import fr.genereferral.hubdirectory.pattern.RateDifference.Stratum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a hub says no to children of one band, or keeps silent, more than it does to the near ones, at equal completeness of
 * their data.
 *
 * @param outcome DECLINED or EXPIRED
 * @param difference empty where there are too few children
 * @param tellable whether every number that follows from the difference may be told
 */
record Comparison(
        Column outcome, DistanceBand band, Verdict verdict, Optional<RateDifference> difference, boolean tellable) {

    /** What comes of it. Nothing follows by itself: a person looks. */
    enum Verdict {
        /** The whole interval lies above no difference. */
        ALERT,

        /** None is shown; it may be there all the same. */
        NOT_SHOWN,

        /** Too few children in one of the bands. */
        TOO_FEW
    }

    static List<Comparison> all(List<Count> counts, CountTable table, PatternParameters parameters) {
        return Stream.of(Column.DECLINED, Column.EXPIRED)
                .flatMap(outcome -> Stream.of(DistanceBand.FAR, DistanceBand.OVERSEAS)
                        .map(band -> of(outcome, band, counts, table, parameters)))
                .toList();
    }

    private static Comparison of(
            Column outcome, DistanceBand band, List<Count> counts, CountTable table, PatternParameters parameters) {
        var strata = Arrays.stream(Completeness.values())
                .map(completeness -> new Stratum(
                        part(counts, outcome, new Row(band, completeness)),
                        part(counts, outcome, new Row(DistanceBand.NEAR, completeness))))
                .filter(Stratum::compares)
                .toList();
        if (children(strata.stream().map(Stratum::group)) < parameters.smallestCell()
                || children(strata.stream().map(Stratum::against)) < parameters.smallestCell()) {
            return new Comparison(outcome, band, Verdict.TOO_FEW, Optional.empty(), false);
        }
        var difference = RateDifference.of(strata, parameters.confidence());
        var tellable = Stream.of(band, DistanceBand.NEAR)
                        .map(Row::of)
                        .allMatch(row -> table.tells(row, Column.ASKED) && table.tells(row, outcome))
                && noneIsSmall(counts, parameters.smallestCell());
        return new Comparison(
                outcome,
                band,
                difference.low() > 0 ? Verdict.ALERT : Verdict.NOT_SHOWN,
                Optional.of(difference),
                tellable);
    }

    /**
     * Figures and told totals together give away what lies within a band and a completeness, also in the stratum that compares
     * nothing, and what is left for the bands that are not compared. With the figures of both outcomes that is every answer.
     */
    private static boolean noneIsSmall(List<Count> counts, int smallest) {
        return Arrays.stream(DistanceBand.values())
                .flatMap(band -> Arrays.stream(Completeness.values()).map(completeness -> new Row(band, completeness)))
                .flatMap(row -> Stream.of(Column.ACCEPTED, Column.EXPIRED, Column.DECLINED)
                        .map(answer -> part(counts, answer, row).cases()))
                .allMatch(number -> number == 0 || number >= smallest);
    }

    private static int children(Stream<Part> parts) {
        return parts.mapToInt(Part::all).sum();
    }

    private static Part part(List<Count> counts, Column outcome, Row row) {
        var held = counts.stream().filter(row::holds).toList();
        var cases = held.stream().filter(outcome::holds).mapToInt(Count::children);
        return new Part(cases.sum(), held.stream().mapToInt(Count::children).sum());
    }

    boolean isMade() {
        return verdict != Verdict.TOO_FEW;
    }
}
