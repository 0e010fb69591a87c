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
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a meeting of experts decides stands, whatever the day or a rule says later; new facts are judged anew. */
class DecidingTest {
    private static final Actor COORDINATOR = new Actor("subject", "national", "coordinator");
    private static final String MARSEILLE = "130804297";
    private static final Actor HUB = new Actor("subject", MARSEILLE, "hub_clinician");

    @Test
    void looksForAHubWhereTheRulesHaveSaidNoAndTheMeetingYes() {
        var referral = refused("UPS.3");

        decide(referral, Decision.GO, "UPS.3");

        assertEquals(ReferralStatus.ROUTING, referral.state());
        var asked = assertInstanceOf(ReferralEvent.RoutingRequested.class, lastEvent(referral));
        assertEquals("UPS", asked.therapy());
        assertEquals("NOT_ELIGIBLE", asked.verdict());
        assertEquals(Outcome.NOT_ELIGIBLE, referral.verdicts().all().get(0).outcome());
    }

    @Test
    void staysWhereItIsWhenTheMeetingSaysNoOrNothing() {
        for (var decision : List.of(Decision.NO_GO, Decision.POSTPONED)) {
            var referral = refused("UPS.3");

            decide(referral, decision);

            assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
            assertInstanceOf(ReferralEvent.ReferralMoved.class, lastEvent(referral));
        }
    }

    /** The no that stood before goes with it, and a yes that overrules nothing leads to no hub. */
    @Test
    void leadsByWayOfAnAssessmentWhereTheYesLeadsToNoHub() {
        var referral = submitted("ONA-IV", "UPS");
        referral.assessed(assessment(failing("ONA-IV", "ONA-IV.2"), failing("UPS", "UPS.3")), RULES, NOW);
        decide(referral, Decision.NO_GO);
        var rules = assessment("RULES", 1, verdict("ONA-IV", Outcome.NEEDS_INFO), failing("UPS", "UPS.3"));
        referral.assessed(rules, RULES, NOW);
        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
        referral.takeChanges();

        decide(referral, Decision.GO);

        assertEquals(
                List.of(ReferralStatus.ASSESSING, ReferralStatus.AWAITING_INFORMATION),
                referral.takeChanges().stream().map(Change::state).toList());
    }

    @Test
    void isNotUndoneByADayOrARule() {
        var referral = refused("UPS.3");
        decide(referral, Decision.GO, "UPS.3");

        referral.assessed(assessment("TIME", 1, failing("UPS", "UPS.3", "UPS.4")), RULES, NOW);
        referral.assessed(assessment("RULES", 1, failing("UPS", "UPS.3", "UPS.5")), RULES, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
        assertEquals(false, referral.reconsidering());
    }

    @Test
    void isNotUndoneByOldReasonsWhenNewFactsCome() {
        var referral = refused("UPS.3");
        decide(referral, Decision.GO, "UPS.3");
        referral.assessed(assessment("TIME", 1, failing("UPS", "UPS.3", "UPS.4")), RULES, NOW);
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(assessment("FACTS", 2, failing("UPS", "UPS.3", "UPS.4")), RULES, NOW);

        assertEquals(false, referral.reconsidering());
    }

    @Test
    void endsTheSearchWhenANewFactStandsAgainstTheTherapy() {
        var referral = refused("UPS.3");
        decide(referral, Decision.GO, "UPS.3");
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(assessment("FACTS", 2, failing("UPS", "UPS.3", "UPS.8")), RULES, NOW);

        assertEquals(true, referral.reconsidering());
        assertInstanceOf(ReferralEvent.RoutingCancelled.class, lastEvent(referral));
    }

    @Test
    void keepsANoUntilNewFactsAreKnown() {
        var referral = refused("UPS.3");
        decide(referral, Decision.NO_GO);

        referral.assessed(assessment("TIME", 1, verdict("UPS", Outcome.ELIGIBLE)), RULES, NOW);
        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());

        referral.amended(amendment(), BASTIA, NOW);
        referral.assessed(assessment("FACTS", 2, verdict("UPS", Outcome.ELIGIBLE)), RULES, NOW);
        assertEquals(ReferralStatus.ROUTING, referral.state());
        referral.assessed(assessment("TIME", 2, verdict("UPS", Outcome.ELIGIBLE)), RULES, NOW);
        assertEquals(false, referral.reconsidering());
    }

    @Test
    void asksAgainAfterAHubCouldNotTellAndFactsHaveCome() {
        var referral = refused("UPS.3");
        decide(referral, Decision.GO, "UPS.3");
        var offer = offerTo(MARSEILLE);
        var placing = new Placing(referral);
        placing.offerMade(offer, DIRECTORY, NOW);
        placing.offerDeclined(offer.offerId(), NOW, "DATA_INSUFFICIENT", "HOSPITAL", DIRECTORY, NOW);
        referral.amended(amendment(), BASTIA, NOW);

        referral.assessed(assessment("FACTS", 2, failing("UPS", "UPS.3")), RULES, NOW);

        assertEquals(ReferralStatus.ROUTING, referral.state());
    }

    @Test
    void isForTheCoordinatorBeforeAndForTheHubInChargeAfter() {
        var referral = refused("UPS.3");
        assertRefused("FORBIDDEN", referral, HUB, false);
        new Deciding(referral).demandPossible(COORDINATOR, true);
        assertEquals(List.of("UPS"), new Deciding(referral).therapies());

        var accepted = accepted();
        assertRefused("MOVE_NOT_ALLOWED", accepted, COORDINATOR, true);
        assertRefused("FORBIDDEN", accepted, new Actor("subject", "750100208", "hub_clinician"), false);
        new Deciding(accepted).demandPossible(HUB, false);
        assertEquals(List.of("ONA-IV"), new Deciding(accepted).therapies());
    }

    @Test
    void isNotRecordedWhereThereIsNoTherapyToSpeakOf() {
        var referral = submitted("UPS");
        referral.assessed(assessment(verdict("UPS", Outcome.UNAVAILABLE)), RULES, NOW);

        assertEquals(ReferralStatus.NOT_ELIGIBLE, referral.state());
        assertEquals(List.of(), new Deciding(referral).actionsOfCoordinator());
        assertRefused("MOVE_NOT_ALLOWED", referral, COORDINATOR, true);
    }

    @Test
    void isNotForTheHubThatIsStillBeingAsked() {
        assertRefused("MOVE_NOT_ALLOWED", offered(offerTo(MARSEILLE)), HUB, false);
    }

    @Test
    void letsAnotherMeetingDecideOtherwiseAndAPostponedOneDecideNothing() {
        var referral = accepted();
        var inCharge = new InCharge(referral);

        decide(referral, Decision.GO);
        decide(referral, Decision.POSTPONED);
        assertEquals(List.of("RECORD_MEETING", "BEGIN_CARE", "REPORT_OUTCOME"), inCharge.actionsOf(MARSEILLE));

        decide(referral, Decision.NO_GO);
        assertEquals(List.of("RECORD_MEETING", "REPORT_OUTCOME"), inCharge.actionsOf(MARSEILLE));
        assertEquals(ReferralStatus.ACCEPTED, referral.state());
    }

    private static Referral accepted() {
        var offer = offerTo(MARSEILLE);
        var referral = offered(offer);
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        referral.takeChanges();
        return referral;
    }

    private static Referral refused(String criterion) {
        var referral = submitted("UPS");
        referral.assessed(assessment(failing("UPS", criterion)), RULES, NOW);
        referral.takeChanges();
        return referral;
    }

    private static void decide(Referral referral, Decision decision, String... overrules) {
        var therapy = new Deciding(referral).therapies().get(0);
        var meeting = meeting(therapy, decision, LocalDate.of(2026, 11, 20), referral.dossierVersion(), overrules);
        new Deciding(referral).decided(meeting, known(referral, therapy), COORDINATOR, NOW);
    }

    private static void assertRefused(String code, Referral referral, Actor by, boolean isCoordinator) {
        var refused = assertThrows(Refused.class, () -> new Deciding(referral).demandPossible(by, isCoordinator));
        assertEquals(code, refused.code());
    }

    private static ReferralEvent lastEvent(Referral referral) {
        var changes = referral.takeChanges();
        return changes.get(changes.size() - 1).event();
    }
}
