package fr.genereferral.referral.histories;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.known;
import static fr.genereferral.referral.ReferralFixtures.meeting;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.Asking;
import fr.genereferral.referral.Asking.Possible;
import fr.genereferral.referral.Care;
import fr.genereferral.referral.Deciding;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Question;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.WishReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who acts on a referral: its hospital, others, the hubs and the coordinator; what each may do, and does. */
final class People {
    static final Actor COORDINATOR = new Actor("anne", "national", "coordinator");
    static final List<String> REASONS =
            List.of("FAMILY_DECISION", "CONSENT_WITHDRAWN", "DECEASED", "ENTERED_IN_ERROR", "OTHER");
    static final List<String> REFUSALS = List.of("ALREADY_ADMINISTERED", "OTHER");

    static final Actor ANGERS = new Actor("nurse", "490000049", "referrer");
    static final List<Actor> HOSPITALS = List.of(BASTIA, ANGERS);

    private static final Actor STRANGER = new Actor("somebody", "130000000", "referrer");
    static final List<Actor> HUBS = HubDirectory.HUBS.stream()
            .map(hub -> new Actor("somebody", hub, "hub_clinician"))
            .toList();
    static final List<Actor> ALL = Stream.concat(Stream.of(BASTIA, ANGERS, COORDINATOR, STRANGER), HUBS.stream())
            .toList();
    private static final Submission SENT = ReferralFixtures.submission("ONA-IV", "UPS");
    private static final Amendment ADDED = ReferralFixtures.amendment();
    private static final FamilyWishes NOWHERE_ELSE =
            new FamilyWishes(new FamilyWishes.Wish("elsewhere", WishReason.OTHER), List.of());

    private final Referral referral;
    private final Map<UUID, Question> questions = new LinkedHashMap<>();

    People(Referral referral) {
        this.referral = referral;
    }

    /**
     * Something that somebody may try.
     *
     * @param listed whether it is listed for this one now
     */
    record Attempt(Actor by, String action, boolean listed, Consumer<Referral> what) {
        @Override
        public String toString() {
            return action + " by " + by.role() + " of " + by.organisation() + (listed ? ", listed," : ", not listed,");
        }
    }

    /** Everything that one of them may try, listed or not. */
    List<Attempt> attempts(Actor by, Instant now) {
        var all = new ArrayList<Attempt>();
        ofSender(by, now).forEach(all::add);
        (by.equals(COORDINATOR) ? ofCoordinator(now) : ofHub(by, now)).forEach(all::add);
        ofConversation(by, now).forEach(all::add);
        return all;
    }

    private Stream<Attempt> ofSender(Actor by, Instant now) {
        var listed = referral.actionsOf(by.organisation());
        var reasons = listed.contains("WITHDRAW") ? referral.withdrawalReasons(REASONS) : List.<String>of();
        return Stream.concat(
                Stream.of(
                        new Attempt(by, "EDIT_DRAFT", listed.contains("EDIT_DRAFT"), it -> it.demandDraft(by)),
                        new Attempt(by, "VALIDATE", listed.contains("VALIDATE"), it -> it.demandDraft(by)),
                        new Attempt(
                                by,
                                "SUBMIT",
                                listed.contains("SUBMIT"),
                                it -> it.send(of(it, SENT, "{}", false), by, now)),
                        new Attempt(by, "ADD_FACTS", listed.contains("ADD_FACTS"), it -> it.amended(ADDED, by, now)),
                        new Attempt(
                                by,
                                "CHANGE_WISHES",
                                listed.contains("CHANGE_WISHES"),
                                it -> it.wished(NOWHERE_ELSE, by, now)),
                        new Attempt(
                                by,
                                "CORRECT_IDENTITY",
                                listed.contains("CORRECT_IDENTITY"),
                                it -> it.identityCorrected("OTHER", false, by, now))),
                REASONS.stream()
                        .map(reason -> new Attempt(
                                by,
                                "WITHDRAW " + reason,
                                reasons.contains(reason),
                                it -> it.withdraw(reason, by, now))));
    }

    private Stream<Attempt> ofHub(Actor by, Instant now) {
        var hub = new InCharge(referral);
        var listed = hub.actionsOf(by.organisation());
        var answers = listed.contains("ANSWER_CANCELLATION");
        return Stream.of(
                new Attempt(
                        by,
                        "RECORD_MEETING",
                        listed.contains("RECORD_MEETING"),
                        it -> decide(it, Decision.GO, by, now)),
                new Attempt(by, "BEGIN_CARE", listed.contains("BEGIN_CARE"), it -> new InCharge(it)
                        .beginCare(Paris.dayOf(now), by, now)),
                new Attempt(by, "REPORT_OUTCOME", listed.contains("REPORT_OUTCOME"), it -> report(it, by, now)),
                new Attempt(
                        by, "ANSWER_CANCELLATION yes", answers, it -> new InCharge(it).confirmCancellation(by, now)),
                new Attempt(by, "ANSWER_CANCELLATION no", answers && hub.mayRefuse(), it -> new InCharge(it)
                        .refuseCancellation(REFUSALS.get(0), REFUSALS, by, now)));
    }

    private Stream<Attempt> ofCoordinator(Instant now) {
        var listed = new Deciding(referral).actionsOfCoordinator();
        return Stream.of(
                new Attempt(
                        COORDINATOR,
                        "RECORD_MEETING",
                        listed.contains("RECORD_MEETING"),
                        it -> decide(it, Decision.GO, COORDINATOR, now)),
                new Attempt(
                        COORDINATOR, "ANSWER_CANCELLATION", listed.contains("ANSWER_CANCELLATION"), it -> new InCharge(
                                        it)
                                .confirmForTheHub(COORDINATOR, now)),
                new Attempt(
                        COORDINATOR,
                        "DECIDE_DUPLICATE",
                        referral.state() == ReferralStatus.DUPLICATE_REVIEW
                                && !referral.joint().merging(),
                        it -> it.duplicateRuledOut(COORDINATOR, now)));
    }

    private Stream<Attempt> ofConversation(Actor by, Instant now) {
        var asking = new Asking(referral);
        var possible = asking.actionsOf(by);
        var ask = new Attempt(by, "ASK_QUESTION", asking.isPossible(by), it -> new Asking(it)
                .ask(new UUID(9, 9), null, now, message(Question.Kind.ASKED, by, now)));
        return Stream.concat(
                Stream.of(ask), questions.values().stream().flatMap(question -> Stream.of(Asking.Action.values())
                        .map(action -> new Attempt(
                                by,
                                action + " " + question.id(),
                                possible.contains(new Possible(question.id(), action)),
                                it -> converse(it, question, action, by, now)))));
    }

    static Submission of(Referral draft, Submission sent, String dossier, boolean suspected) {
        return new Submission(
                draft.id(),
                sent.reference(),
                sent.therapiesSought(),
                dossier,
                sent.clinicalDossier(),
                sent.facts(),
                sent.identity(),
                sent.trace(),
                suspected,
                sent.wishes());
    }

    static void decide(Referral referral, Decision decision, Actor by, Instant now, String... overrules) {
        var deciding = new Deciding(referral);
        deciding.demandPossible(by, by.role().equals(COORDINATOR.role()));
        var therapy = deciding.therapies().get(0);
        var held = meeting(therapy, decision, Paris.dayOf(now), referral.dossierVersion(), overrules);
        deciding.decided(held, known(referral, therapy), by, now);
    }

    static void report(Referral referral, Actor by, Instant now) {
        var treated = new InCharge(referral).results().contains(Care.Result.TREATED);
        new InCharge(referral).reportOutcome(treated ? treated(referral, now) : untreated(now), by, now);
    }

    private static Care.Ending treated(Referral referral, Instant now) {
        var therapy = referral.offers().all().stream()
                .filter(offer -> offer.state().equals("ACCEPTED"))
                .map(Offer::therapy)
                .findFirst()
                .orElse(RulesService.THERAPIES.get(0));
        return new Care.Ending(Care.Result.TREATED, Paris.dayOf(now), therapy, null);
    }

    private static Care.Ending untreated(Instant now) {
        return new Care.Ending(Care.Result.NOT_TREATED, Paris.dayOf(now), null, "OTHER_TREATMENT_PREFERRED");
    }

    /** Somebody asks. */
    void ask(Actor by, Instant now) {
        var id = new UUID(4, questions.size() + 1L);
        questions.put(id, new Asking(referral).ask(id, null, now, message(Question.Kind.ASKED, by, now)));
    }

    /** Somebody says something to a question, be it closed. */
    void converse(int number, Asking.Action action, Actor by, Instant now) {
        if (!questions.isEmpty()) {
            var question = List.copyOf(questions.values()).get(number % questions.size());
            questions.put(question.id(), converse(referral, question, action, by, now));
        }
    }

    private static Question converse(
            Referral referral, Question question, Asking.Action action, Actor by, Instant now) {
        var asking = new Asking(referral);
        return switch (action) {
            case ANSWER_QUESTION -> asking.answer(question, message(Question.Kind.ANSWERED, by, now));
            case WRITE_MESSAGE -> asking.say(question, message(Question.Kind.SAID, by, now));
            case TAKE_QUESTION_BACK -> asking.takeBack(question, message(Question.Kind.TAKEN_BACK, by, now));
        };
    }

    private static Question.Message message(Question.Kind kind, Actor by, Instant now) {
        return new Question.Message(new UUID(5, 5), kind, null, null, now, by, null);
    }

    Referral referral() {
        return referral;
    }
}
