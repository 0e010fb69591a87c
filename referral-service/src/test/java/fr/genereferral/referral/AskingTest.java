package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Asking.Action;
import fr.genereferral.referral.Question.Kind;
import fr.genereferral.referral.Question.Message;
import fr.genereferral.referral.ReferralEvent.QuestionClosed;
import fr.genereferral.referral.ReferralEvent.QuestionOpened;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A hub and the coordinator ask the hospital; nobody else does, and the referral stays where it is. */
class AskingTest {
    private static final Actor COORDINATOR = new Actor("subject", "national", "coordinator");
    private static final Actor HUB = new Actor("subject", "130804297", "hub_clinician");
    private static final Actor OTHER_HUB = new Actor("subject", "750100208", "hub_clinician");
    private static final Instant DUE = NOW.plus(Duration.ofHours(72));

    private final Offer offer = offerTo(HUB.organisation());
    private final Referral referral = offered(offer);
    private final Asking asking = new Asking(referral);

    @Test
    void saysThatAHubWaitsAndForHowManyAnswers() {
        var first = ask(HUB);
        var second = ask(HUB);

        var opened = events(QuestionOpened.class);
        assertEquals(List.of(1, 2), opened.stream().map(QuestionOpened::open).toList());
        assertEquals(
                new QuestionOpened(
                        referral.id(),
                        referral.version(),
                        second.id(),
                        offer.offerId(),
                        HUB.organisation(),
                        2,
                        NOW,
                        DUE),
                opened.get(1));
        assertEquals(ReferralStatus.OFFERED, referral.state());
        assertEquals(DUE, referral.questionDueAt());

        asking.answer(first, message(Kind.ANSWERED, BASTIA));
        asking.takeBack(second, message(Kind.TAKEN_BACK, HUB));

        var closed = events(QuestionClosed.class);
        assertEquals(List.of(1, 0), closed.stream().map(QuestionClosed::open).toList());
        assertEquals(
                List.of(Kind.ANSWERED, Kind.TAKEN_BACK),
                closed.stream().map(QuestionClosed::outcome).toList());
        assertNull(referral.questionDueAt());
        assertEquals(ReferralStatus.OFFERED, referral.state());
    }

    @Test
    void isForTheHubThatIsAskedOrHasAcceptedAndForNoOther() {
        assertTrue(asking.isPossible(HUB));
        assertRefused("FORBIDDEN", () -> ask(OTHER_HUB));
        assertRefused("FORBIDDEN", () -> ask(BASTIA));

        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        assertTrue(asking.isPossible(HUB));

        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        assertFalse(asking.isPossible(HUB));
        assertRefused("MOVE_NOT_ALLOWED", () -> ask(HUB));
    }

    @Test
    void isForTheCoordinatorAsLongAsTheReferralGoesOn() {
        var waiting = submitted("ONA-IV");
        assertTrue(new Asking(waiting).isPossible(COORDINATOR));

        waiting.withdraw("FAMILY_DECISION", BASTIA, NOW);

        assertFalse(new Asking(waiting).isPossible(COORDINATOR));
        var suspected = Referral.submitted(suspected(), BASTIA, NOW);
        assertFalse(new Asking(suspected).isPossible(COORDINATOR), "the hospital is not to know");
    }

    @Test
    void tellsNoOfferOfWhatTheCoordinatorAsks() {
        ask(HUB);
        ask(COORDINATOR);

        var opened = events(QuestionOpened.class);
        assertNull(opened.get(1).offerId());
        assertEquals(List.of(1, 1), opened.stream().map(QuestionOpened::open).toList());
    }

    @Test
    void letsTheHospitalAnswerAndWhoAsksTakeBack() {
        var question = ask(HUB);
        var coordinators = ask(COORDINATOR);

        assertEquals(
                List.of(Action.ANSWER_QUESTION, Action.WRITE_MESSAGE, Action.ANSWER_QUESTION, Action.WRITE_MESSAGE),
                actions(BASTIA));
        assertEquals(List.of(Action.WRITE_MESSAGE, Action.TAKE_QUESTION_BACK), actions(HUB));
        assertEquals(List.of(), actions(OTHER_HUB));
        assertEquals(
                List.of(
                        new Asking.Possible(coordinators.id(), Action.WRITE_MESSAGE),
                        new Asking.Possible(coordinators.id(), Action.TAKE_QUESTION_BACK)),
                asking.actionsOf(COORDINATOR));
        assertRefused("FORBIDDEN", () -> asking.answer(question, message(Kind.ANSWERED, HUB)));
        assertRefused("FORBIDDEN", () -> asking.takeBack(question, message(Kind.TAKEN_BACK, BASTIA)));
        assertRefused("MOVE_NOT_ALLOWED", () -> asking.takeBack(question, message(Kind.TAKEN_BACK, COORDINATOR)));
    }

    @Test
    void endsOnce() {
        var question = ask(HUB);
        asking.answer(question, message(Kind.ANSWERED, BASTIA));
        referral.takeMessages();

        for (Executable again : List.<Executable>of(
                () -> asking.answer(question, message(Kind.ANSWERED, BASTIA)),
                () -> asking.takeBack(question, message(Kind.TAKEN_BACK, HUB)),
                () -> asking.say(question, message(Kind.SAID, HUB)))) {
            assertRefused("MOVE_NOT_ALLOWED", again);
        }
        assertEquals(List.of(), referral.takeMessages());
    }

    @Test
    void changesNothingByWhatIsAddedToIt() {
        var question = ask(HUB);
        referral.takeMessages();
        var version = referral.version();

        asking.say(question, message(Kind.SAID, BASTIA));
        asking.say(question, message(Kind.SAID, HUB));

        assertEquals(version, referral.version());
        assertEquals(2, referral.takeMessages().size());
        assertEquals(Question.State.OPEN, question.state(referral.questions()));
    }

    @Test
    void needsNoAnswerOnceTheHubHasLeft() {
        var question = ask(HUB);
        var coordinators = ask(COORDINATOR);
        referral.takeChanges();

        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);

        assertEquals(Question.State.LAPSED, question.state(referral.questions()));
        assertEquals(Question.State.OPEN, coordinators.state(referral.questions()));
        assertRefused("MOVE_NOT_ALLOWED", () -> asking.answer(question, message(Kind.ANSWERED, BASTIA)));
        assertEquals(List.of(), events(QuestionClosed.class), "it has ended with the offer");
    }

    @Test
    void goesOnAfterAYesAndEndsWithTheReferral() {
        var question = ask(HUB);
        var placing = new Placing(referral);
        placing.offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        assertEquals(Question.State.OPEN, question.state(referral.questions()));

        referral.withdraw("ENTERED_IN_ERROR", BASTIA, NOW);

        assertEquals(ReferralStatus.ENTERED_IN_ERROR, referral.state());
        assertEquals(Question.State.LAPSED, question.state(referral.questions()));
    }

    @Test
    void isCountedForThoseAloneWhoMayKnowOfIt() {
        ask(HUB);
        ask(COORDINATOR);

        assertEquals(2, counted(Rights.national()));
        assertEquals(2, counted(Rights.of(BASTIA.organisation())));
        assertEquals(1, counted(Rights.of(HUB.organisation())));
        assertEquals(0, counted(Rights.of(OTHER_HUB.organisation())));
    }

    @Test
    void knowsARequestAgainAndWhatItWasFor() {
        var question = ask(HUB);
        var threads = new Threads(List.of(question));
        var request = question.messages().get(0).request();

        assertEquals(question, threads.askedBy(request, NOW).orElseThrow());
        assertTrue(threads.askedBy(key("another"), NOW).isEmpty());
        assertRefused("IDEMPOTENCY_KEY_REUSED", () -> threads.repeated(request, question.id(), Kind.SAID, NOW));
        assertRefused("IDEMPOTENCY_KEY_REUSED", () -> threads.repeated(request, UUID.randomUUID(), Kind.ASKED, NOW));
    }

    @Test
    void knowsNoRequestOfTheDayBefore() {
        var yesterday = NOW.minus(IdempotencyKey.LIFE);
        var first = keyed(Kind.ASKED, yesterday, 1);
        var second = keyed(Kind.ASKED, NOW, 2);
        var threads = new Threads(List.of(first, second));
        var again = second.messages().get(0).request();

        assertEquals(second, threads.askedBy(again, NOW).orElseThrow());
        assertEquals(
                second, threads.repeated(again, second.id(), Kind.ASKED, NOW).orElseThrow());
        assertTrue(new Threads(List.of(first)).askedBy(again, NOW).isEmpty());
        assertEquals(
                first,
                threads.askedBy(first.messages().get(0).request(), yesterday).orElseThrow());
    }

    @Test
    void isOpenFiftyTimesUnderAnOfferAndNoMore() {
        var first = ask(HUB);
        for (var n = 1; n < Asking.MOST_OPEN; n++) {
            ask(HUB);
        }

        assertRefused("TOO_MANY_QUESTIONS", () -> ask(HUB));
        ask(COORDINATOR);
        asking.takeBack(first, message(Kind.TAKEN_BACK, HUB));
        ask(HUB);
        assertEquals(Asking.MOST_OPEN, referral.questions().under(offer.offerId()));
    }

    @Test
    void holdsTwoHundredMessagesAndThenOnlyItsEnd() {
        var question = ask(HUB);
        while (question.messages().size() < Asking.MOST_MESSAGES) {
            question = asking.say(question, message(Kind.SAID, HUB));
        }
        var full = question;

        assertRefused("TOO_MANY_MESSAGES", () -> asking.say(full, message(Kind.SAID, BASTIA)));
        asking.answer(full, message(Kind.ANSWERED, BASTIA));
    }

    /** As a version of this service leaves it that knows of no questions. */
    @Test
    void countsNothingUnderAnOfferThatNobodyHolds() {
        referral.keep(new Questions(
                List.of(new Questions.Open(UUID.randomUUID(), UUID.randomUUID(), HUB.organisation(), DUE))));

        assertEquals(Questions.none(), referral.questions());
        assertNull(referral.questionDueAt());
        assertEquals(List.of(), actions(BASTIA));
    }

    @Test
    void isUnknownToTheHubOfTheOrganisationThatCoordinates() {
        var coordinator = new Actor("subject", HUB.organisation(), "coordinator");
        var question = ask(coordinator);
        var threads = new Threads(List.of(question));

        assertEquals(0, counted(Rights.of(HUB.organisation())));
        assertEquals(List.of(), actions(HUB));
        assertEquals(question, threads.known(question.id(), asking, coordinator));
        assertRefused("QUESTION_NOT_FOUND", () -> threads.known(question.id(), asking, HUB));
    }

    @Test
    void isUnknownToAnotherHub() {
        var question = ask(HUB);
        var threads = new Threads(List.of(question));

        for (var reader : List.of(BASTIA, HUB, COORDINATOR)) {
            assertEquals(question, threads.known(question.id(), asking, reader));
        }
        assertRefused("QUESTION_NOT_FOUND", () -> threads.known(question.id(), asking, OTHER_HUB));
        assertRefused("QUESTION_NOT_FOUND", () -> threads.known(UUID.randomUUID(), asking, BASTIA));
    }

    @Test
    void isAsPressingAsTheTherapyThatTheHubIsAskedFor() {
        var today = LocalDate.of(2026, 11, 23);
        assertEquals(Urgency.ROUTINE, asking.urgency(HUB, today));

        referral.keep(new Verdicts(List.of(until("ONA-IV", today.plusDays(20)), until("UPS", today.plusDays(2)))));

        assertEquals(Urgency.PRESSING, asking.urgency(HUB, today));
        assertEquals(Urgency.PRESSING, asking.urgency(COORDINATOR, today), "UPS is not sought");
    }

    private static Verdict until(String therapy, LocalDate day) {
        return new Verdict(
                therapy,
                1,
                true,
                true,
                Verdict.Outcome.ELIGIBLE,
                Verdict.Outcome.ELIGIBLE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                day);
    }

    private Question ask(Actor by) {
        return asking.ask(UUID.randomUUID(), "albumin", DUE, message(Kind.ASKED, by));
    }

    private static Message message(Kind kind, Actor by) {
        var id = UUID.randomUUID();
        return new Message(id, kind, null, kind == Kind.ANSWERED ? 1 : null, NOW, by, key(id.toString()));
    }

    /** @param body what came with the same key */
    private Question keyed(Kind kind, Instant at, int body) {
        var request = new IdempotencyKey(HUB.organisation(), "reused", new byte[] {(byte) body});
        var message = new Message(UUID.randomUUID(), kind, null, null, at, HUB, request);
        return new Question(UUID.randomUUID(), "albumin", offer.offerId(), DUE, List.of(message));
    }

    private static IdempotencyKey key(String key) {
        return new IdempotencyKey("130804297", key, new byte[] {1});
    }

    private List<Action> actions(Actor by) {
        return asking.actionsOf(by).stream().map(Asking.Possible::action).toList();
    }

    private int counted(Rights rights) {
        return referral.questions().countedFor(rights, referral.organisation());
    }

    private <E extends ReferralEvent> List<E> events(Class<E> type) {
        return referral.takeChanges().stream()
                .map(Change::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Submission suspected() {
        var plain = ReferralFixtures.submission("ONA-IV");
        return new Submission(
                plain.id(),
                plain.reference(),
                plain.therapiesSought(),
                plain.dossier(),
                plain.clinicalDossier(),
                plain.facts(),
                plain.identity(),
                null,
                true,
                FamilyWishes.none());
    }

    private static void assertRefused(String code, Executable work) {
        var refused = assertInstanceOf(Refused.class, assertThrows(RuntimeException.class, work));
        assertEquals(code, refused.code());
    }
}
