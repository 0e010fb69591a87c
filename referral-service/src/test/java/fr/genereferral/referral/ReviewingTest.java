package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.assessment;
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
