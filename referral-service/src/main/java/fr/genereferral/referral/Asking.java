package fr.genereferral.referral;

import fr.genereferral.referral.Question.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What people ask of the hospital: the hub that is being asked to take the child or has taken it, and the coordinator. The
 * hospital answers; who has asked may take the question back; meanwhile both may add to it.
 */
public final class Asking {
    /** So many questions may be open under one offer, and as many of the coordinator. */
    static final int MOST_OPEN = 50;

    /** So many messages may stand in one question before only its end is left. */
    static final int MOST_MESSAGES = 200;

    private static final String COORDINATOR = "coordinator";
    private static final Set<ReferralStatus> WITH_A_HUB =
            EnumSet.of(ReferralStatus.OFFERED, ReferralStatus.ACCEPTED, ReferralStatus.IN_CARE);
    /** Not while a duplicate is looked for: the hospital is not to know of it. */
    private static final Set<ReferralStatus> GOING_ON = EnumSet.of(
            ReferralStatus.ASSESSING,
            ReferralStatus.AWAITING_INFORMATION,
            ReferralStatus.DEFERRED,
            ReferralStatus.NOT_ELIGIBLE,
            ReferralStatus.ROUTING,
            ReferralStatus.OFFERED,
            ReferralStatus.ESCALATED,
            ReferralStatus.ACCEPTED,
            ReferralStatus.IN_CARE);

    /** What may be done with one question. */
    public enum Action {
        ANSWER_QUESTION,
        WRITE_MESSAGE,
        TAKE_QUESTION_BACK
    }

    private final Referral referral;

    public Asking(Referral referral) {
        this.referral = referral;
    }

    /** Whether this one may ask something now. */
    public boolean isPossible(Actor by) {
        if (referral.stopping()) {
            return false;
        }
        return isCoordinator(by)
                ? GOING_ON.contains(referral.state())
                : WITH_A_HUB.contains(referral.state()) && offerOf(by).isPresent();
    }

    /** How pressing the answer is: as the search for a hub is that day, for the therapy that the asker speaks of. */
    public Urgency urgency(Actor by, LocalDate today) {
        var therapy = offerOf(by).map(Offer::therapy);
        var until = referral.verdicts()
                .eligibleUntil(
                        referral.therapiesSought(),
                        verdict -> therapy.isEmpty() || therapy.get().equals(verdict.therapy()));
        return Urgency.derived(referral.facts().birthDate(), until, today);
    }

    /** @throws Refused when this one may not ask, or not now */
    public void demandPossible(Actor by) {
        if (isPossible(by)) {
            return;
        }
        if (!isCoordinator(by) && offerOf(by).isEmpty()) {
            throw Refused.because("FORBIDDEN");
        }
        throw Refused.moveNotAllowed(left(by));
    }

    /**
     * Asks; the referral stays where it is, and the clock of a live offer rests.
     *
     * @param fact null where only words ask
     * @throws Refused when this one may not ask, not now, or has {@value #MOST_OPEN} questions open
     */
    public Question ask(UUID id, String fact, Instant dueAt, Message first) {
        var by = first.by();
        demandPossible(by);
        var offer = isCoordinator(by) ? null : offerOf(by).map(Offer::offerId).orElseThrow();
        if (referral.questions().under(offer) >= MOST_OPEN) {
            throw Refused.because("TOO_MANY_QUESTIONS");
        }
        var question = new Question(id, fact, offer, dueAt, List.of(first));
        referral.keep(referral.questions().with(new Questions.Open(id, offer, by.organisation(), dueAt)));
        referral.notes().asked(question);
        referral.note(
                new ReferralEvent.QuestionOpened(
                        referral.id(),
                        referral.nextVersion(),
                        id,
                        offer,
                        by.organisation(),
                        referral.questions().under(offer),
                        first.at(),
                        dueAt),
                occasion(question, offer == null ? "QUESTION_OF_COORDINATOR" : "QUESTION_ASKED", first));
        return question;
    }

    /**
     * Adds to a question that is open.
     *
     * @throws Refused when it is not, or holds {@value #MOST_MESSAGES} messages
     */
    public Question say(Question question, Message message) {
        demand(Action.WRITE_MESSAGE, question, message.by());
        if (question.messages().size() >= MOST_MESSAGES) {
            throw Refused.because("TOO_MANY_MESSAGES");
        }
        referral.notes().said(question.id(), message);
        return question.with(message);
    }

    /** The hospital answers: in words, or by the version of the dossier in which the answer stands. */
    public Question answer(Question question, Message message) {
        referral.demandSender(message.by());
        demand(Action.ANSWER_QUESTION, question, message.by());
        return end(question, message, "QUESTION_ANSWERED");
    }

    /** Who has asked needs the answer no longer. */
    public Question takeBack(Question question, Message message) {
        if (!isCoordinator(message.by()) && !isAsker(question, message.by())) {
            throw Refused.because("FORBIDDEN");
        }
        demand(Action.TAKE_QUESTION_BACK, question, message.by());
        return end(question, message, "QUESTION_TAKEN_BACK");
    }

    private Question end(Question question, Message message, String what) {
        referral.keep(referral.questions().without(question.id()));
        referral.notes().said(question.id(), message);
        referral.note(
                new ReferralEvent.QuestionClosed(
                        referral.id(),
                        referral.nextVersion(),
                        question.id(),
                        question.offer(),
                        question.by().organisation(),
                        message.kind(),
                        referral.questions().under(question.offer()),
                        message.at()),
                occasion(question, what, message));
        return question.with(message);
    }

    /** What this one may do with questions that are open, by their ids, in the order in which they were asked. */
    public List<Possible> actionsOf(Actor by) {
        var possible = new ArrayList<Possible>();
        for (var open : referral.questions().open()) {
            var isAsker = isAsker(open.offer(), open.organisation(), by);
            if (isHospital(by)) {
                possible.add(new Possible(open.id(), Action.ANSWER_QUESTION));
            }
            if (isHospital(by) || isAsker) {
                possible.add(new Possible(open.id(), Action.WRITE_MESSAGE));
            }
            if (isAsker) {
                possible.add(new Possible(open.id(), Action.TAKE_QUESTION_BACK));
            }
        }
        return List.copyOf(possible);
    }

    /** Something that may be done with one question. */
    public record Possible(UUID question, Action action) {}

    boolean maySee(Question question, Actor by) {
        return isHospital(by)
                || isCoordinator(by)
                || question.offer() != null && question.by().organisation().equals(by.organisation());
    }

    private void demand(Action action, Question question, Actor by) {
        if (!actionsOf(by).contains(new Possible(question.id(), action))) {
            throw Refused.moveNotAllowed(left(by));
        }
    }

    private List<String> left(Actor by) {
        var questions = actionsOf(by).stream().map(one -> one.action().name()).distinct();
        var left = new ArrayList<>(isPossible(by) ? List.of("ASK_QUESTION") : List.<String>of());
        left.addAll(questions.toList());
        return List.copyOf(left);
    }

    private boolean isAsker(Question question, Actor by) {
        return isAsker(question.offer(), question.by().organisation(), by);
    }

    /** The coordinators are one; a hub is its organisation. */
    private static boolean isAsker(UUID offer, String organisation, Actor by) {
        return isCoordinator(by) ? offer == null : offer != null && organisation.equals(by.organisation());
    }

    private boolean isHospital(Actor by) {
        return !isCoordinator(by) && referral.organisation().equals(by.organisation());
    }

    private static boolean isCoordinator(Actor by) {
        return by.role().equals(COORDINATOR);
    }

    private Optional<Offer> offerOf(Actor by) {
        return isCoordinator(by) ? Optional.empty() : referral.offers().heldBy(by.organisation());
    }

    private Occasion occasion(Question question, String what, Message message) {
        var occasion = Occasion.of(what, message.by(), message.at());
        return question.offer() == null
                ? occasion
                : occasion.with(referral.offers().hubOf(question.offer()));
    }
}
