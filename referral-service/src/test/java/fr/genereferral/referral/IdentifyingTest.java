package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.submission;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.ReferralEvent.ReferralMoved;
import fr.genereferral.referral.Verdict.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Its hospital corrects who the patient is. */
class IdentifyingTest {
    private static final Actor OTHER = new Actor("subject", "350007084", "referrer");

    @Test
    void isOneChangeThatMovesNothing() {
        var referral = offered(offerTo("130804297"));
        referral.takeChanges();
        var version = referral.version();

        referral.identityCorrected("QUALIFIED_BY_INSI", false, BASTIA, NOW);

        var change = only(referral);
        assertEquals("IDENTITY_CORRECTED", change.occasion().what());
        assertEquals("QUALIFIED_BY_INSI", change.occasion().reason());
        assertEquals(version + 1, referral.version());
        assertEquals(ReferralStatus.OFFERED, referral.state());
    }

    /** The number of its versions tells nothing. */
    @Test
    void isOneChangeAlsoWhereItIsHeldForAnother() {
        for (var outcome : List.of(Outcome.NOT_ELIGIBLE, Outcome.NEEDS_INFO)) {
            var referral = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
            referral.assessed(assessment(verdict("ONA-IV", outcome)), RULES, NOW);
            var before = referral.state();
            referral.takeChanges();

            referral.identityCorrected("QUALIFIED_BY_INSI", true, BASTIA, NOW);

            var moved = assertInstanceOf(ReferralMoved.class, only(referral).event());
            assertEquals(before, moved.previousState());
            assertEquals(ReferralStatus.DUPLICATE_REVIEW, moved.state());
            assertFalse(referral.verdicts().all().isEmpty());
        }
    }

    @Test
    void takesNoHubFromAChild() {
        var referral = offered(offerTo("130804297"));
        referral.takeChanges();

        referral.identityCorrected("QUALIFIED_BY_INSI", true, BASTIA, NOW);

        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertEquals(1, referral.takeChanges().size());
    }

    @Test
    void isForItsHospitalUntilItHasEndedAndNotBeforeItIsSent() {
        var referral = Referral.submitted(submission("ONA-IV"), BASTIA, NOW);
        var draft = Referral.drafted(UUID.randomUUID(), Reference.drawn(), BASTIA, NOW);

        assertEquals("FORBIDDEN", refused(() -> referral.demandIdentifiable(OTHER)));
        assertTrue(referral.actionsOf(BASTIA.organisation()).contains("CORRECT_IDENTITY"));
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        assertEquals("MOVE_NOT_ALLOWED", refused(() -> referral.demandIdentifiable(BASTIA)));
        assertFalse(referral.actionsOf(BASTIA.organisation()).contains("CORRECT_IDENTITY"));
        assertEquals("MOVE_NOT_ALLOWED", refused(() -> draft.demandIdentifiable(BASTIA)));
        assertFalse(draft.actionsOf(BASTIA.organisation()).contains("CORRECT_IDENTITY"));
    }

    private static String refused(Runnable move) {
        return assertThrows(Refused.class, move::run).code();
    }

    private static Change only(Referral referral) {
        var changes = referral.takeChanges();
        assertEquals(1, changes.size());
        return changes.get(0);
    }
}
