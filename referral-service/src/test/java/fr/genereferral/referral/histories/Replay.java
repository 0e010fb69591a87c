package fr.genereferral.referral.histories;

import fr.genereferral.referral.Care;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What somebody knows who has heard the events of a referral and nothing else. */
final class Replay {
    private ReferralStatus state = ReferralStatus.DRAFT;
    private long sequence;
    private boolean stopping;
    private int dossierVersion;
    private int routing;
    private Instant clockStartedAt;
    private UUID acceptedOffer;
    private Care.Result outcome;
    /** By offer, null of the coordinator: how many wait for an answer. */
    private final Map<UUID, Integer> questions = new HashMap<>();

    void hear(Change change) {
        var event = change.event();
        Broken.unless(
                event.sequence() == sequence + 1, Law.EVENT_FOR_EACH_CHANGE, () -> sequence + " and then " + event);
        sequence = event.sequence();
        if (event instanceof ReferralEvent.ReferralSubmitted said) {
            state = said.state();
            dossierVersion = said.dossierVersion();
            clockStartedAt = said.submittedAt();
        } else if (event instanceof ReferralEvent.DossierChanged said) {
            state = said.state();
            dossierVersion = said.dossierVersion();
        } else if (event instanceof ReferralEvent.RoutingRequested said) {
            state = ReferralStatus.ROUTING;
            routing = said.routing();
            Broken.unless(clockStartedAt.equals(said.clockStartedAt()), Law.CLOCK, () -> said);
        } else if (event instanceof ReferralEvent.RoutingCancelled said) {
            stopping = stopping || said.cause().equals("WITHDRAWN_BY_HOSPITAL");
        } else if (event instanceof ReferralEvent.ReferralAccepted said) {
            state = ReferralStatus.ACCEPTED;
            acceptedOffer = said.offerId();
        } else if (event instanceof ReferralEvent.ReferralMoved said) {
            Broken.unless(said.previousState() == state, Law.REPLAYED, () -> state + " and then " + said);
            state = said.state();
            stopping = stopping && state != ReferralStatus.CANCEL_REQUESTED;
        } else if (event instanceof ReferralEvent.ReferralClosed said) {
            state = said.state();
            outcome = said.outcome();
            stopping = false;
        } else if (event instanceof ReferralEvent.QuestionOpened said) {
            questions.put(said.offerId(), said.open());
        } else if (event instanceof ReferralEvent.QuestionClosed said) {
            questions.put(said.offerId(), said.open());
        }
        Broken.unless(state == change.state(), Law.REPLAYED, () -> "heard " + state + ", written " + change);
    }

    /** It has become one with another one, or two again: others hear the instant with the next search for a hub. */
    void clockMoved(Instant to) {
        clockStartedAt = to;
    }

    /** @throws Broken when the referral is not where its events lead */
    void compare(Referral referral) {
        same(state, referral.state());
        Broken.unless(
                sequence == referral.version(),
                Law.EVENT_FOR_EACH_CHANGE,
                () -> sequence + " heard, " + referral.version() + " happened");
        same(stopping, referral.stopping());
        same(dossierVersion, referral.dossierVersion());
        same(routing, referral.routing());
        Broken.unless(
                Objects.equals(clockStartedAt, referral.clockStartedAt()),
                Law.CLOCK,
                () -> clockStartedAt + " heard, " + referral.clockStartedAt() + " stands");
        same(
                outcome,
                referral.care().outcome() == null
                        ? null
                        : referral.care().outcome().result());
        referral.offers().all().stream()
                .filter(offer -> offer.state().equals("ACCEPTED"))
                .forEach(offer -> same(acceptedOffer, offer.offerId()));
        referral.questions()
                .open()
                .forEach(
                        open -> same(questions.getOrDefault(open.offer(), 0), (int) referral.questions().open().stream()
                                .filter(other -> Objects.equals(other.offer(), open.offer()))
                                .count()));
    }

    private static void same(Object heard, Object stands) {
        Broken.unless(Objects.equals(heard, stands), Law.REPLAYED, () -> "heard " + heard + ", stands " + stands);
    }
}
