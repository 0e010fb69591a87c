package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.amendment;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.failing;
import static fr.genereferral.referral.ReferralFixtures.known;
import static fr.genereferral.referral.ReferralFixtures.meeting;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static fr.genereferral.referral.ReferralFixtures.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a meeting's yes covers, and what nobody has decided about. */
class StandingDecisionTest {
    private static final LocalDate MET = LocalDate.of(2026, 11, 20);
    private static final Actor COORDINATOR = new Actor("subject", "national", "coordinator");

    @ParameterizedTest
    @ValueSource(strings = {"TIME", "RULES"})
    void isNotAnsweredByTheDayAfterwardsWhatAFactHasBrought(String cause) {
        var referral = decided(failing("UPS", "UPS.3"), "UPS.3");
        hearFacts(referral, failing("UPS", "UPS.3", "UPS.8"));
        new Placing(referral).noHubFound(null, DIRECTORY, NOW);
        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());

        referral.assessed(assessment(cause, 2, failing("UPS", "UPS.3", "UPS.8")), RULES, NOW);

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
    }

    @Test
    void isNotAnsweredByTheDayThatComesBeforeTheJudgementOfANewFact() {
        var referral = decided(failing("UPS", "UPS.3"), "UPS.3");
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(assessment("TIME", 2, failing("UPS", "UPS.3", "UPS.8")), RULES, NOW);

        assertTrue(referral.reconsidering());
    }

    @Test
    void doesNotComeBackWhenTheFactGoesThatHasEndedIt() {
        var referral = decided(failing("UPS", "UPS.3"), "UPS.3");
        hearFacts(referral, failing("UPS", "UPS.3", "UPS.8"));
        new Placing(referral).noHubFound(null, DIRECTORY, NOW);

        hearFacts(referral, failing("UPS", "UPS.3"));

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
    }

    @Test
    void endsWithAReclassificationThatStandsAgainstTheTherapy() {
        var referral = decided(failing("UPS", "UPS.3"), "UPS.3");

        referral.assessed(assessment("RECLASSIFICATION", 1, failing("UPS", "UPS.3", "UPS.1")), RULES, NOW);

        assertTrue(referral.reconsidering());
    }

    @Test
    void coversWhatWasMissingButNotThatItFails() {
        var referral = decided(with(failing("UPS", "UPS.3"), Outcome.NOT_ELIGIBLE, "UPS.5"), "UPS.3", "UPS.5");
        assertEquals(List.of(), requested(referral).conditionalOn());

        hearFacts(referral, failing("UPS", "UPS.3", "UPS.5"));

        assertTrue(referral.reconsidering());
    }

    @Test
    void leavesTheHubToWaitForWhatItHasNotOverruled() {
        var referral = decided(with(failing("UPS", "UPS.3"), Outcome.NOT_ELIGIBLE, "UPS.5", "UPS.6"), "UPS.3", "UPS.5");

        assertEquals(List.of("UPS.6"), requested(referral).conditionalOn());
        hearFacts(referral, with(failing("UPS", "UPS.3"), Outcome.NOT_ELIGIBLE, "UPS.6"));
        assertFalse(referral.reconsidering());
        hearFacts(referral, failing("UPS", "UPS.3", "UPS.6"));
        assertTrue(referral.reconsidering());
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"UNAVAILABLE", "NOT_APPLICABLE"})
    void opensNoTherapyThatIsClosedOrForAnotherDisease(Outcome outcome) {
        var referral = decided(failing("UPS", "UPS.3"), "UPS.3");
        referral.takeChanges();

        referral.assessed(assessment("RULES", 1, verdict("UPS", outcome)), RULES, NOW);

        assertTrue(referral.reconsidering());
        new Placing(referral).noHubFound(null, DIRECTORY, NOW);
        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"NOT_ELIGIBLE", "DEFERRED", "NEEDS_INFO"})
    void asksForAHubWithTheRulesOwnWord(Outcome outcome) {
        var referral = decided(failing("UPS", "UPS.3"), "UPS.3");
        hearFacts(referral, with(failing("UPS", "UPS.3", "UPS.8"), Outcome.NOT_ELIGIBLE));
        new Placing(referral).noHubFound(null, DIRECTORY, NOW);
        decide(referral, Decision.GO, MET.plusDays(1), "UPS.3", "UPS.8");
        var offer = offerTo("130804297");
        var placing = new Placing(referral);
        placing.offerMade(offer, DIRECTORY, NOW);
        placing.offerDeclined(offer.offerId(), NOW, "DATA_INSUFFICIENT", "HOSPITAL", DIRECTORY, NOW);
        referral.takeChanges();

        hearFacts(referral, with(failing("UPS", "UPS.3", "UPS.8"), outcome));

        assertEquals(outcome.name(), requested(referral).verdict());
    }

    @Test
    void isNotReplacedByAnEarlierMeetingThatIsRecordedLater() {
        var referral = refused(failing("UPS", "UPS.3"));
        decide(referral, Decision.NO_GO, MET);

        decide(referral, Decision.GO, MET.minusDays(1), "UPS.3");

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
        assertEquals(Decision.NO_GO, referral.care().decision().decision());
        assertEquals(2, referral.takeMeetings().size());
        decide(referral, Decision.GO, MET, "UPS.3");
        assertEquals(ReferralStatus.ROUTING, referral.state());
    }

    @Test
    void isNotTakenUpAgainByAMeetingThatDecidesNothing() {
        var referral = decided(failing("UPS", "UPS.3"), "UPS.3");
        hearFacts(referral, failing("UPS", "UPS.3", "UPS.8"));
        new Placing(referral).noHubFound(null, DIRECTORY, NOW);

        decide(referral, Decision.POSTPONED, MET.plusDays(1));

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
    }

    private static Referral decided(Verdict verdict, String... overrules) {
        var referral = refused(verdict);
        decide(referral, Decision.GO, MET, overrules);
        assertEquals(ReferralStatus.ROUTING, referral.state());
        return referral;
    }

    private static Referral refused(Verdict verdict) {
        var referral = submitted("UPS");
        referral.assessed(assessment(verdict), RULES, NOW);
        referral.takeChanges();
        return referral;
    }

    private static void decide(Referral referral, Decision decision, LocalDate on, String... overrules) {
        var meeting = meeting("UPS", decision, on, referral.dossierVersion(), overrules);
        new Deciding(referral).decided(meeting, known(referral, "UPS"), COORDINATOR, NOW);
    }

    private static void hearFacts(Referral referral, Verdict verdict) {
        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", referral.dossierVersion(), verdict), RULES, NOW);
    }

    private static ReferralEvent.RoutingRequested requested(Referral referral) {
        var changes = referral.takeChanges();
        return assertInstanceOf(
                ReferralEvent.RoutingRequested.class,
                changes.get(changes.size() - 1).event());
    }
}
