package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.amendment;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.submission;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Verdict.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A referral that is held because it may be of a child who is being referred already. */
class ReviewingTest {
    private static final Actor COORDINATOR = new Actor("subject", "ABM", "coordinator");

    private final Referral referral = held();

    /** Whoever reads that a coordinator has moved it on knows that somebody else has sent the child too. */
    @Test
    void isMovedOnByTheRulesAndNotByWhoHasLetItGoOn() {
        for (var outcome : List.of(Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE)) {
            var held = held();
            held.assessed(assessment(verdict("ONA-IV", outcome)), RULES, NOW);

            held.duplicateRuledOut(COORDINATOR, NOW);

            var changes = held.takeChanges();
            assertEquals(List.of("DUPLICATE_RULED_OUT", "ASSESSED"), whats(changes));
            assertEquals(COORDINATOR, changes.get(0).occasion().by());
            assertEquals(RULES, changes.get(1).occasion().by());
        }
    }

    @Test
    void waitsForTheRulesWhenTheyHaveNotJudged() {
        referral.duplicateRuledOut(COORDINATOR, NOW);

        assertEquals(ReferralStatus.ASSESSING, referral.state());
        assertEquals(List.of("DUPLICATE_RULED_OUT"), whats(referral.takeChanges()));
    }

    /** Held, and then let go on, it would be assessed without ever having been sent. */
    @Test
    void leavesAloneWhatItsHospitalIsStillWriting() {
        var draft = Referral.drafted(UUID.randomUUID(), Reference.drawn(), BASTIA, NOW);

        draft.duplicateSuspected(Actor.platform("referral-service"), NOW);

        assertEquals(ReferralStatus.DRAFT, draft.state());
        assertEquals(List.of(), draft.takeChanges());
    }

    @Test
    void isRuledOutOnce() {
        referral.duplicateRuledOut(COORDINATOR, NOW);

        var refused = assertThrows(Refused.class, () -> referral.duplicateRuledOut(COORDINATOR, NOW));

        assertEquals("MOVE_NOT_ALLOWED", refused.code());
    }

    @Test
    void isSuspectedBesideTheWayUntilAHubIsLookedFor() {
        var judged = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
        judged.assessed(assessment(verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);
        judged.takeChanges();

        judged.duplicateSuspected(RULES, NOW);

        assertEquals(ReferralStatus.DUPLICATE_REVIEW, judged.state());
        assertEquals(List.of("DUPLICATE_SUSPECTED"), whats(judged.takeChanges()));
        judged.duplicateRuledOut(COORDINATOR, NOW);
        assertEquals(ReferralStatus.NOT_ELIGIBLE, judged.state());
    }

    @Test
    void isSuspectedOnceAndNotWhileAHubIsLookedFor() {
        referral.duplicateSuspected(RULES, NOW);
        assertEquals(List.of(), whats(referral.takeChanges()));
        var routing = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
        routing.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        routing.takeChanges();

        routing.duplicateSuspected(RULES, NOW);

        assertEquals(ReferralStatus.ROUTING, routing.state());
        assertEquals(List.of(), whats(routing.takeChanges()));
    }

    /** The last judgement is of what was known before: the next is on its way. */
    @Test
    void waitsForTheRulesWhenTheyHaveJudgedOtherFacts() {
        var judged = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
        judged.assessed(assessment(verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);
        judged.amended(amendment(), BASTIA, NOW);
        judged.duplicateSuspected(RULES, NOW);
        judged.takeChanges();

        judged.duplicateRuledOut(COORDINATOR, NOW);

        assertEquals(ReferralStatus.ASSESSING, judged.state());
        assertEquals(List.of("DUPLICATE_RULED_OUT"), whats(judged.takeChanges()));
        judged.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        assertEquals(ReferralStatus.ROUTING, judged.state());
    }

    /** It came while the coordinator looked. */
    @Test
    void followsTheJudgementOfTheFactsThatAreKnownNow() {
        var judged = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
        judged.assessed(assessment(verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);
        judged.amended(amendment(), BASTIA, NOW);
        judged.duplicateSuspected(RULES, NOW);
        judged.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);

        judged.duplicateRuledOut(COORDINATOR, NOW);

        assertEquals(ReferralStatus.ROUTING, judged.state());
    }

    /** It has come back from a search that ended: whoever kept silent there may still say yes, and is responsible then. */
    @Test
    void isNotHeldOnceAHubWasAskedThatMayStillSayYes() {
        var offer = offerTo("130804297");
        var asked = offered(offer);
        new Placing(asked).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(asked).noHubFound("UNANSWERED", DIRECTORY, NOW);
        asked.amended(amendment(), BASTIA, NOW);
        asked.assessed(assessment("FACTS", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);
        asked.takeChanges();

        asked.duplicateSuspected(RULES, NOW);

        assertEquals(ReferralStatus.NOT_ELIGIBLE, asked.state());
        assertEquals(List.of(), asked.takeChanges());
        var late = offerTo("130804297");
        new Placing(asked).offerMade(late, DIRECTORY, NOW);
        new Placing(asked).offerAccepted(late.offerId(), NOW, DIRECTORY, NOW);
        assertEquals(ReferralStatus.ACCEPTED, asked.state());
    }

    /** Let go on, it would be sent to the very hub that waits for what it has missed. */
    @Test
    void isNotHeldWhileAHubWaitsForWhatItHasMissed() {
        var offer = offerTo("130804297");
        var waiting = offered(offer);
        new Placing(waiting).offerDeclined(offer.offerId(), NOW, "DATA_INSUFFICIENT", "HOSPITAL", DIRECTORY, NOW);
        waiting.takeChanges();

        waiting.duplicateSuspected(RULES, NOW);

        assertEquals(ReferralStatus.AWAITING_INFORMATION, waiting.state());
        assertEquals(List.of(), waiting.takeChanges());
    }

    private static List<String> whats(List<Change> changes) {
        return changes.stream().map(change -> change.occasion().what()).toList();
    }

    private static Referral held() {
        var plain = submission("ONA-IV");
        var suspected = new Submission(
                UUID.randomUUID(),
                plain.reference(),
                plain.therapiesSought(),
                plain.dossier(),
                plain.clinicalDossier(),
                plain.facts(),
                plain.identity(),
                null,
                true,
                FamilyWishes.none());
        var referral = Referral.submitted(suspected, BASTIA, NOW);
        referral.takeChanges();
        return referral;
    }
}
