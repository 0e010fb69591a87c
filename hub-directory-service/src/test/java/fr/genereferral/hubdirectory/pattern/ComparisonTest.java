package fr.genereferral.hubdirectory.pattern;

import static fr.genereferral.hubdirectory.Completeness.COMPLETE;
import static fr.genereferral.hubdirectory.Completeness.INCOMPLETE;
import static fr.genereferral.hubdirectory.DistanceBand.FAR;
import static fr.genereferral.hubdirectory.DistanceBand.MIDDLE;
import static fr.genereferral.hubdirectory.DistanceBand.NEAR;
import static fr.genereferral.hubdirectory.DistanceBand.UNKNOWN;
import static fr.genereferral.hubdirectory.OfferState.ACCEPTED;
import static fr.genereferral.hubdirectory.OfferState.DECLINED;
import static fr.genereferral.hubdirectory.OfferState.EXPIRED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.AnsweredOffers.FirstAnswer;
import fr.genereferral.hubdirectory.Completeness;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.DistanceBand;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PatternParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int SMALLEST = 5;
    private static final List<Count> TELLING = List.of(
            count(FAR, COMPLETE, ACCEPTED, 5),
            count(FAR, COMPLETE, DECLINED, 5),
            count(NEAR, COMPLETE, ACCEPTED, 35),
            count(NEAR, COMPLETE, DECLINED, 5));

    @Test
    void tellsFiguresWhereNothingIsSmall() {
        assertTrue(farDeclined().tellable());
        assertTrue(farDeclined(count(FAR, INCOMPLETE, ACCEPTED, 5)).tellable());
    }

    /** A rate of 0.5 is 5 of 10 and nothing else: of the 13 far children that are told, 3 were incomplete. */
    @Test
    void tellsNoFiguresByWhichAStratumThatIsLeftOutCouldBeWorkedOut() {
        assertUntold(count(FAR, INCOMPLETE, ACCEPTED, 3));
        assertUntold(count(NEAR, INCOMPLETE, ACCEPTED, 2));
    }

    /** How many were complete is told, and the figures tell how many of them were far and near. */
    @Test
    void tellsNoFiguresByWhichTheOtherBandsCouldBeWorkedOut() {
        assertUntold(count(MIDDLE, COMPLETE, ACCEPTED, 4), count(MIDDLE, INCOMPLETE, ACCEPTED, 40));
        assertUntold(count(UNKNOWN, COMPLETE, DECLINED, 4), count(MIDDLE, INCOMPLETE, DECLINED, 40));
    }

    /** Neither declines nor what is left of them are small; but the figures of expiries are told beside them. */
    @Test
    void tellsNoFiguresByWhichAnotherAnswerCouldBeWorkedOut() {
        assertUntold(
                count(FAR, COMPLETE, EXPIRED, 2),
                count(FAR, INCOMPLETE, EXPIRED, 20),
                count(NEAR, COMPLETE, EXPIRED, 20),
                count(NEAR, INCOMPLETE, EXPIRED, 20));
    }

    private static void assertUntold(Count... more) {
        var table = new CountTable(counts(more), SMALLEST);
        for (var band : List.of(FAR, NEAR)) {
            assertTrue(table.tells(Row.of(band), Column.ASKED) && table.tells(Row.of(band), Column.DECLINED));
        }
        var comparison = farDeclined(more);
        assertTrue(comparison.isMade());
        assertFalse(comparison.tellable());
    }

    private static Comparison farDeclined(Count... more) {
        var counts = counts(more);
        var parameters = new PatternParameters(LocalDate.of(2020, 1, 1), 60, 180, SMALLEST, 0.99, "test");
        var first = Comparison.all(counts, new CountTable(counts, SMALLEST), parameters)
                .get(0);
        assertEquals(Column.DECLINED, first.outcome());
        assertEquals(FAR, first.band());
        return first;
    }

    private static List<Count> counts(Count... more) {
        return Stream.concat(TELLING.stream(), Stream.of(more)).toList();
    }

    private static Count count(DistanceBand band, Completeness completeness, OfferState state, int children) {
        return new Count(
                new HubName("440000271", "Hub", "Ville"),
                "ONA-IV",
                band,
                completeness,
                new FirstAnswer(state, state == DECLINED ? DeclineReason.OTHER : null),
                children);
    }
}
