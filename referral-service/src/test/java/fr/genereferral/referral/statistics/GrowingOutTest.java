package fr.genereferral.referral.statistics;

import static fr.genereferral.referral.statistics.GrownChild.AGE;
import static fr.genereferral.referral.statistics.GrownChild.OTHER;
import static fr.genereferral.referral.statistics.GrownChild.WEIGHT;
import static fr.genereferral.referral.statistics.GrownChild.judged;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowingOutTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 20);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final Map<String, LocalDate> NONE = Map.of();

    private final GrowingOut child = new GrowingOut();

    @ParameterizedTest
    @CsvSource({"ELIGIBLE, satisfied", "NEEDS_INFO, satisfied", "DEFERRED, satisfied", "NEEDS_INFO, missing"})
    void isAWeightThatWasWithinTheLimitAndLiesOverItNow(String outcome, String effect) {
        judged(outcome).weight(effect, 20.8).heardBy(child, MAY);

        judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT).heardBy(child, JUNE);

        assertEquals(Map.of("ONA-IV", JUNE), child.closed());
    }

    @Test
    void isAnAgeThatHasPassed() {
        judged("ELIGIBLE").age("satisfied").heardBy(child, MAY);

        judged("NOT_ELIGIBLE").age("fails").failing(AGE).heardBy(child, JUNE);

        assertEquals(Map.of("ONA-IV", JUNE), child.closed());
    }

    /** It was over the limit when it was measured first, and only too old to say so. */
    @Test
    void isNoWeightThatNeverWasWithin() {
        judged("NEEDS_INFO").weight("missing", 21.2).heardBy(child, MAY);
        judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT).heardBy(child, JUNE);
        assertEquals(NONE, child.closed());

        var unmeasured = new GrowingOut();
        judged("NEEDS_INFO").heardBy(unmeasured, MAY);
        judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT).heardBy(unmeasured, JUNE);
        assertEquals(NONE, unmeasured.closed());
    }

    @Test
    void isNoChildWhoNeverCouldHaveIt() {
        judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT).heardBy(child, MAY);
        judged("NOT_ELIGIBLE").weight("fails", 22.0).failing(WEIGHT).heardBy(child, JUNE);

        assertEquals(NONE, child.closed());
    }

    @Test
    void isNothingThatAnythingElseExcludesToo() {
        judged("ELIGIBLE").weight("satisfied", 20.8).heardBy(child, MAY);

        judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT, OTHER).heardBy(child, JUNE);

        assertEquals(NONE, child.closed());
    }

    @Test
    void isNothingThatOtherRulesHaveClosed() {
        judged("ELIGIBLE").weight("satisfied", 20.8).heardBy(child, MAY);

        judged("NOT_ELIGIBLE")
                .weight("fails", 20.8)
                .failing(WEIGHT)
                .byVersion(2)
                .heardBy(child, JUNE);

        assertEquals(NONE, child.closed());
    }

    @Test
    void isNothingThatNobodyAskedFor() {
        judged("ELIGIBLE").weight("satisfied", 20.8).notSought().heardBy(child, MAY);
        judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT).notSought().heardBy(child, JUNE);

        assertEquals(NONE, child.closed());
    }

    @Test
    void isNoWaitingWhileAHubHasTheChild() {
        judged("ELIGIBLE").weight("satisfied", 20.8).heardBy(child, MAY);
        var grown = judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT);

        child.judged(grown.document(), JUNE, true);
        grown.heardBy(child, JUNE.plusDays(1));

        assertEquals(NONE, child.closed());
    }

    @Test
    void countsFromTheFirstDayAndNoMoreOnceItIsPossibleAgain() {
        judged("ELIGIBLE").weight("satisfied", 20.8).heardBy(child, MAY);
        var grown = judged("NOT_ELIGIBLE").weight("fails", 21.6).failing(WEIGHT);
        grown.heardBy(child, JUNE);
        grown.heardBy(child, JUNE.plusDays(9));
        assertEquals(Map.of("ONA-IV", JUNE), child.closed());

        // The scales were wrong.
        judged("ELIGIBLE").weight("satisfied", 20.6).heardBy(child, JUNE.plusDays(10));

        assertEquals(NONE, child.closed());
    }
}
