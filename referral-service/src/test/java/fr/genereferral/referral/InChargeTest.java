package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.failing;
import static fr.genereferral.referral.ReferralFixtures.meeting;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Care.Ending;
import fr.genereferral.referral.Care.Result;
import fr.genereferral.referral.Meeting.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** From a hub's yes to the outcome. */
class InChargeTest {
    private static final String MARSEILLE = "130804297";
    private static final Actor HUB = new Actor("subject", MARSEILLE, "hub_clinician");
    private static final LocalDate MET = LocalDate.of(2026, 11, 18);
    private static final LocalDate BEGAN = LocalDate.of(2026, 11, 23);

    private final Offer offer = offerTo(MARSEILLE);
    private final Referral referral = offered(offer);
    private final InCharge inCharge = new InCharge(referral);

    @BeforeEach
    void accept() {
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        referral.takeChanges();
        referral.takeAccessChanges();
    }

    @Test
    void beginsCareOnceAMeetingHasSaidYes() {
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.beginCare(BEGAN, HUB, NOW));
        decide(Decision.GO);

        inCharge.beginCare(BEGAN, HUB, NOW);

        assertEquals(ReferralStatus.IN_CARE, referral.state());
        assertEquals(BEGAN, referral.care().startedOn());
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.beginCare(BEGAN, HUB, NOW));
    }

    @Test
    void beginsNoCareAgainstTheLastMeetingNorBeforeIt() {
        decide(Decision.GO);
        assertRefused("INVALID", () -> inCharge.beginCare(MET.minusDays(1), HUB, NOW));
        decide(Decision.NO_GO);

        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.beginCare(BEGAN, HUB, NOW));
    }

    @Test
    void beginsNoCareBeforeTheHubHasSaidYes() {
        decide(Decision.GO);

        assertRefused("INVALID", () -> inCharge.beginCare(BEGAN.minusDays(1), HUB, NOW));

        assertEquals(ReferralStatus.ACCEPTED, referral.state());
    }

    @Test
    void countsTheDayOfAnEveningOverseasAsItsHospitalDoes() {
        // Half past eight in the evening in Fort-de-France; in Paris it is tomorrow.
        var evening = Instant.parse("2026-11-24T00:30:00Z");
        var overseas = offered(offer);
        new Placing(overseas).offerAccepted(offer.offerId(), evening, DIRECTORY, evening);
        new Deciding(overseas).decided(meeting("ONA-IV", Decision.GO, MET, 1), Objections.none(), HUB, evening);

        assertRefused("INVALID", () -> new InCharge(overseas).beginCare(BEGAN.minusDays(1), HUB, evening));
        new InCharge(overseas).beginCare(BEGAN, HUB, evening);

        assertEquals(ReferralStatus.IN_CARE, overseas.state());
    }

    @Test
    void beginsNoCareBeforeAMeetingThatWasHeldAfterTheHubsYes() {
        var meeting = meeting("ONA-IV", Decision.GO, BEGAN.plusDays(2), 1);
        new Deciding(referral).decided(meeting, Objections.none(), HUB, NOW);

        assertRefused("INVALID", () -> inCharge.beginCare(BEGAN.plusDays(1), HUB, NOW));
        inCharge.beginCare(BEGAN.plusDays(2), HUB, NOW);
    }

    @Test
    void endsWithoutAMeetingWhereTheChildHasDied() {
        assertRefused("INVALID", () -> inCharge.reportOutcome(notTreated(), HUB, NOW));
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.reportOutcome(treated(BEGAN), HUB, NOW));

        inCharge.reportOutcome(new Ending(Result.NOT_TREATED, BEGAN, null, "DECEASED"), HUB, NOW);

        assertEquals(ReferralStatus.COMPLETED, referral.state());
        assertEquals("DECEASED", referral.care().outcome().reason());
    }

    @Test
    void isForNobodyElse() {
        decide(Decision.GO);

        assertRefused("FORBIDDEN", () -> inCharge.beginCare(BEGAN, BASTIA, NOW));
        assertRefused("FORBIDDEN", () -> inCharge.reportOutcome(treated(BEGAN), BASTIA, NOW));
    }

    @Test
    void endsWithAChildThatWasTreatedAndBothGoOnReading() {
        decide(Decision.GO);
        inCharge.beginCare(BEGAN, HUB, NOW);
        referral.takeChanges();

        inCharge.reportOutcome(treated(BEGAN.plusDays(1)), HUB, NOW);

        assertEquals(ReferralStatus.COMPLETED, referral.state());
        var closed = assertInstanceOf(
                ReferralEvent.ReferralClosed.class,
                referral.takeChanges().get(0).event());
        assertEquals("TREATED", closed.reason());
        assertEquals(Result.TREATED, closed.outcome());
        assertEquals(List.of(), referral.takeAccessChanges());
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.reportOutcome(treated(BEGAN), HUB, NOW));
    }

    @Test
    void isNotTreatedWithAnotherTherapyNorBeforeCareBegan() {
        decide(Decision.GO);
        inCharge.beginCare(BEGAN, HUB, NOW);

        assertRefused("INVALID", () -> inCharge.reportOutcome(treated(BEGAN.minusDays(1)), HUB, NOW));
        assertRefused(
                "INVALID", () -> inCharge.reportOutcome(new Ending(Result.TREATED, BEGAN, "UPS", null), HUB, NOW));
    }

    @Test
    void endsWithoutCareWhereTheMeetingHasSaidNo() {
        decide(Decision.NO_GO);
        referral.takeChanges();
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.reportOutcome(treated(BEGAN), HUB, NOW));

        inCharge.reportOutcome(notTreated(), HUB, NOW);

        assertEquals(ReferralStatus.COMPLETED, referral.state());
        assertEquals(
                List.of(ReferralStatus.IN_CARE, ReferralStatus.COMPLETED),
                referral.takeChanges().stream().map(Change::state).toList());
    }

    @Test
    void goesBackIntoCareWhenItIsNotStopped() {
        decide(Decision.GO);
        inCharge.beginCare(BEGAN, HUB, NOW);
        assertRefused("MOVE_NOT_ALLOWED", () -> referral.withdraw("ENTERED_IN_ERROR", BASTIA, NOW));
        referral.withdraw("CONSENT_WITHDRAWN", BASTIA, NOW);
        assertRefused("MOVE_NOT_ALLOWED", () -> inCharge.reportOutcome(treated(BEGAN), HUB, NOW));

        inCharge.refuseCancellation("ALREADY_ADMINISTERED", List.of("ALREADY_ADMINISTERED"), HUB, NOW);

        assertEquals(ReferralStatus.IN_CARE, referral.state());
        assertEquals("CONSENT_WITHDRAWN", referral.withdrawalReason());
        assertEquals(List.of("REPORT_OUTCOME"), inCharge.actionsOf(MARSEILLE));
        assertRefused("MOVE_NOT_ALLOWED", () -> referral.withdraw("CONSENT_WITHDRAWN", BASTIA, NOW));
        inCharge.reportOutcome(treated(BEGAN.plusDays(1)), HUB, NOW);
        assertEquals(ReferralStatus.COMPLETED, referral.state());
    }

    @Test
    void goesToNobodyElseOnceConsentWasTakenBack() {
        for (var another : List.of(true, false)) {
            var child = offered(offer);
            var placing = new Placing(child);
            placing.offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
            new Deciding(child).decided(meeting("ONA-IV", Decision.GO, MET, 1), Objections.none(), HUB, NOW);
            new InCharge(child).beginCare(BEGAN, HUB, NOW);
            child.withdraw("CONSENT_WITHDRAWN", BASTIA, NOW);
            new InCharge(child).refuseCancellation("ALREADY_ADMINISTERED", List.of("ALREADY_ADMINISTERED"), HUB, NOW);

            var givenBack = new Placing.Release("OFFER_GIVEN_BACK", "CAPABILITY_LOST", another);
            placing.offerReleased(offer.offerId(), NOW, givenBack, DIRECTORY, NOW);

            assertEquals(another ? ReferralStatus.ROUTING : ReferralStatus.CANCELLED, child.state());
            assertEquals(another, child.stopping());
        }
    }

    @Test
    void isNotMovedByTheRulesAnyMore() {
        decide(Decision.GO);
        inCharge.beginCare(BEGAN, HUB, NOW);

        referral.assessed(assessment("RULES", 1, failing("ONA-IV", "ONA-IV.3")), RULES, NOW);

        assertEquals(ReferralStatus.IN_CARE, referral.state());
    }

    private void decide(Decision decision) {
        new Deciding(referral).decided(meeting("ONA-IV", decision, MET, 1), Objections.none(), HUB, NOW);
    }

    private static Ending treated(LocalDate on) {
        return new Ending(Result.TREATED, on, "ONA-IV", null);
    }

    private static Ending notTreated() {
        return new Ending(Result.NOT_TREATED, MET, null, "MEETING_NO_GO");
    }

    private static void assertRefused(String code, Executable move) {
        assertEquals(code, assertThrows(Refused.class, move).code());
    }
}
