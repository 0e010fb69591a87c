package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));
    private static final Actor ANGERS = new Actor("subject", "490000049", "referrer");

    private final Referral draft = Referral.drafted(UUID.randomUUID(), Reference.drawn(), BASTIA, NOW);

    @Test
    void isNothingToAnybodyWhileItIsWritten() {
        assertEquals(ReferralStatus.DRAFT, draft.state());
        assertFalse(draft.isSent());
        assertEquals(0, draft.version());
        assertEquals(0, draft.dossierVersion());
        assertEquals(List.of(), draft.takeChanges());
        assertEquals(List.of(new AccessChange(BASTIA.organisation(), true, NOW)), draft.takeAccessChanges());
    }

    @Test
    void beginsToCountWhenItIsSent() {
        draft.send(sent(false), BASTIA, LATER);

        assertEquals(ReferralStatus.ASSESSING, draft.state());
        assertEquals(LATER, draft.clockStartedAt());
        assertEquals(1, draft.dossierVersion());
        assertEquals(List.of("ONA-IV"), draft.therapiesSought().ids());
        var change = draft.takeChanges().get(0);
        assertEquals(1, change.event().sequence());
        assertTrue(change.told());
        assertEquals("SUBMITTED", change.occasion().what());
        assertTrue(change.event() instanceof ReferralEvent.ReferralSubmitted);
    }

    @Test
    void saysTheSameAsWhatIsSentAtOnce() {
        var submission = sent(false);
        var atOnce = Referral.submitted(submission, BASTIA, LATER);

        draft.send(submission, BASTIA, LATER);

        var event = (ReferralEvent.ReferralSubmitted) draft.takeChanges().get(0).event();
        var other =
                (ReferralEvent.ReferralSubmitted) atOnce.takeChanges().get(0).event();
        assertEquals(other.submittedAt(), event.submittedAt());
        assertEquals(other.sequence(), event.sequence());
        assertEquals(other.state(), event.state());
        assertEquals(other.dossier(), event.dossier());
    }

    @Test
    void isHeldForTheCoordinatorWhereTheChildMayBeAnothers() {
        draft.send(sent(true), BASTIA, LATER);

        assertEquals(ReferralStatus.DUPLICATE_REVIEW, draft.state());
    }

    @Test
    void isSentOnceAndByItsOwnHospital() {
        assertEquals(
                "FORBIDDEN",
                assertThrows(Refused.class, () -> draft.send(sent(false), ANGERS, LATER))
                        .code());

        draft.send(sent(false), BASTIA, LATER);

        var refused = assertThrows(Refused.class, () -> draft.send(sent(false), BASTIA, LATER));
        assertEquals("MOVE_NOT_ALLOWED", refused.code());
        assertEquals(List.of("ADD_FACTS", "CHANGE_WISHES", "CORRECT_IDENTITY", "WITHDRAW"), refused.actions());
        assertEquals(
                "MOVE_NOT_ALLOWED",
                assertThrows(Refused.class, () -> draft.demandDraft(BASTIA)).code());
    }

    @Test
    void endsUnheardWhenItIsStopped() {
        assertTrue(draft.withdraw("FAMILY_DECISION", BASTIA, LATER));

        assertEquals(ReferralStatus.CANCELLED, draft.state());
        assertNull(draft.clockStartedAt());
        var change = draft.takeChanges().get(0);
        assertFalse(change.told());
        assertEquals("WITHDRAWN", change.occasion().what());
        assertEquals(List.of(), draft.actionsOf(BASTIA.organisation()));
    }

    @Test
    void saysWhatItsHospitalMayDo() {
        assertEquals(List.of("EDIT_DRAFT", "VALIDATE", "SUBMIT", "WITHDRAW"), draft.actionsOf(BASTIA.organisation()));
        assertEquals(List.of(), draft.actionsOf(ANGERS.organisation()));
        assertEquals(
                "MOVE_NOT_ALLOWED",
                assertThrows(Refused.class, () -> draft.demandAmendable(BASTIA)).code());
    }

    private Submission sent(boolean suspected) {
        var some = ReferralFixtures.submission(new Reference(draft.reference()), "ONA-IV");
        return new Submission(
                draft.id(),
                some.reference(),
                some.therapiesSought(),
                some.dossier(),
                some.clinicalDossier(),
                some.facts(),
                some.identity(),
                null,
                suspected,
                some.wishes());
    }
}
