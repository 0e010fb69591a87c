package fr.genereferral.referral;

import java.time.Instant;
import java.time.LocalDate;

/** Where the rules' judgements lead a referral. */
final class Judging {
    /** Why a dossier is judged again after its hospital has said something new. */
    private static final String NEW_FACTS = "FACTS";

    private final Referral referral;

    Judging(Referral referral) {
        this.referral = referral;
    }

    /** Each is kept. One of facts that have changed since moves nothing: the next is on its way. */
    void assessed(Assessment heard, Actor by, Instant at) {
        referral.notes().heard(heard);
        if (heard.dossierVersion() < referral.dossierVersion()) {
            return;
        }
        var asked = therapy(referral.verdicts(), heard.evaluationDate());
        referral.keep(referral.care().heard(heard));
        var again = Occasion.of("REASSESSED", by, at).because(heard.cause());
        switch (referral.state()) {
            case ASSESSING -> {
                referral.keep(heard.verdicts());
                follow(Occasion.of("ASSESSED", by, at), heard.evaluationDate());
            }
            case AWAITING_INFORMATION, DEFERRED, NOT_ELIGIBLE -> reopen(heard, again);
            case ROUTING -> reconsider(heard, asked, again);
            case OFFERED -> {
                // No hub loses its offer because a rule or the day has changed.
                if (heard.cause().equals(NEW_FACTS)) {
                    reconsider(heard, asked, again);
                }
            }
            case ESCALATED -> {
                // As with an offer: a hub that has kept silent may still say yes.
                if (heard.cause().equals(NEW_FACTS)) {
                    searchNoMore(heard, asked, again);
                } else {
                    // It moves nothing, but a search that the coordinator reopens follows it.
                    referral.keep(heard.verdicts());
                }
            }
            // Followed when the review lets it go on.
            case DUPLICATE_REVIEW -> {
                referral.keep(heard.verdicts());
                referral.keep(referral.joint().judgedUnseen(true));
            }
            case ACCEPTED, IN_CARE, CANCEL_REQUESTED -> {
                // It moves nothing. But where a hub was quicker than the first word about new facts, it is all
                // that is known should the hub give the child back.
                if (referral.verdicts().all().isEmpty()) {
                    referral.keep(heard.verdicts());
                }
            }
            case DRAFT, COMPLETED, CANCELLED, MERGED, ENTERED_IN_ERROR -> {}
        }
    }

    /** A date or a rule has come: where that leads elsewhere, it leads by way of ASSESSING. */
    private void reopen(Assessment heard, Occasion occasion) {
        referral.keep(heard.verdicts());
        var step = step(heard);
        if (step.state() == referral.state()) {
            referral.comingUp(step);
            referral.moveTo(step.state(), occasion);
            return;
        }
        referral.moveTo(ReferralStatus.ASSESSING, occasion);
        follow(Occasion.of("ASSESSED", occasion.by(), occasion.at()), step);
    }

    /** A hub that could not tell is not asked again because a day or a rule has come: what it missed is still missing. */
    private NextStep step(Assessment heard) {
        var step = next(heard.verdicts(), heard.evaluationDate());
        var waiting = !heard.cause().equals(NEW_FACTS)
                && step.therapy() != null
                && referral.offerWaitingForFacts()
                        .filter(offer -> offer.therapy().equals(step.therapy().therapy()))
                        .isPresent();
        return waiting ? NextStep.to(ReferralStatus.AWAITING_INFORMATION) : step;
    }

    /**
     * A hub may be accepting at this very moment: the search is ended first where the verdict leads elsewhere.
     *
     * @param asked the therapy that a hub is being looked for; null when only what holds no longer had led to it
     */
    private void reconsider(Assessment heard, String asked, Occasion occasion) {
        referral.keep(heard.verdicts());
        var now = therapy(heard.verdicts(), heard.evaluationDate());
        if (referral.stopping() || isReconsidered() || now != null && now.equals(asked)) {
            referral.moveTo(referral.state(), occasion);
            return;
        }
        referral.reconsidering(true);
        endSearch(occasion);
    }

    /** By a verdict. One that comes after a wish ends the search for itself: a wish leaves it wherever it ends meanwhile. */
    private boolean isReconsidered() {
        return referral.reconsidering() && !referral.wishEndsSearch();
    }

    /**
     * Nobody is being asked, so that no word of hub-directory-service has to be waited for. It is told that the search has
     * ended: a hub that has kept silent would say yes to what holds no longer.
     */
    private void searchNoMore(Assessment heard, String asked, Occasion occasion) {
        referral.keep(heard.verdicts());
        var now = therapy(heard.verdicts(), heard.evaluationDate());
        if (now != null && now.equals(asked)) {
            referral.moveTo(referral.state(), occasion);
            return;
        }
        endSearch(occasion);
        follow(Occasion.of("ASSESSED", occasion.by(), occasion.at()), heard.evaluationDate());
    }

    private void endSearch(Occasion occasion) {
        referral.note(
                new ReferralEvent.RoutingCancelled(
                        referral.id(), referral.nextVersion(), referral.routing(), "NEW_VERDICT"),
                occasion);
    }

    /**
     * A hub was quicker than a verdict or a wish that was to end the search, and has given the child back: the next one is being asked
     * by what holds no longer, or will lose its offer once that is heard. Whether hub-directory-service had heard that the search shall end, before or after that yes, is
     * not known here; it is told once more, for nobody else would ever say how the search ends. That a meeting at that hub has
     * said no is no verdict: it is told by the outcome.
     *
     * @param therapy that is being looked for
     */
    void searchGoesOn(String therapy, Instant at) {
        var overtaken = !therapy.equals(therapy(referral.verdicts(), Paris.dayOf(at)))
                && !referral.care().isDecided(Meeting.Decision.NO_GO, therapy);
        if (referral.reconsidering() || overtaken) {
            referral.reconsidering(true);
            overtaken(at);
        }
    }

    /** hub-directory-service hears that no search of this referral goes on; it may have heard so before. */
    void overtaken(Instant at) {
        endSearch(Occasion.of("SEARCH_OVERTAKEN", Actor.RULES, at));
    }

    /** Experts have said yes where the rules have said no. Where that leads elsewhere than to hubs, it leads by way of ASSESSING. */
    void overruled(Occasion occasion) {
        var step = next(referral.verdicts(), Paris.dayOf(occasion.at()));
        if (step.state() == ReferralStatus.ROUTING || step.state() == referral.state()) {
            follow(occasion, step);
            return;
        }
        referral.moveTo(ReferralStatus.ASSESSING, occasion);
        follow(Occasion.of("ASSESSED", Actor.RULES, occasion.at()), step);
    }

    /** The therapy to find a hub for; null when none is. */
    private String therapy(Verdicts verdicts, LocalDate on) {
        var step = next(verdicts, on);
        return step.therapy() == null ? null : step.therapy().therapy();
    }

    /** Goes where the kept verdicts lead today. */
    void follow(Occasion occasion) {
        follow(occasion, Paris.dayOf(occasion.at()));
    }

    private void follow(Occasion occasion, LocalDate on) {
        follow(occasion, next(referral.verdicts(), on));
    }

    /**
     * A search that hub-directory-service waits for is asked for, by the kept verdicts; where they lead elsewhere it is told that
     * none is: else it would wait for ever.
     */
    void reopened(Occasion occasion) {
        var on = Paris.dayOf(occasion.at());
        if (therapy(referral.verdicts(), on) == null) {
            endSearch(occasion);
        }
        follow(occasion, on);
    }

    /** What the rules have said, unless a meeting of experts has decided otherwise. */
    private NextStep next(Verdicts verdicts, LocalDate on) {
        var seen = referral.care().seen(verdicts, referral.dossierVersion());
        var step = seen.nextStep(referral.therapiesSought(), on);
        return step.therapy() == null ? step : step.waitingFor(referral.care().conditions(step.therapy()));
    }

    private void follow(Occasion occasion, NextStep step) {
        referral.reconsidering(false);
        referral.comingUp(step);
        if (step.state() != ReferralStatus.ROUTING) {
            referral.moveTo(step.state(), occasion);
            return;
        }
        referral.route();
        var today = Paris.dayOf(occasion.at());
        referral.note(step.request(referral, referral.nextVersion(), today), occasion);
    }
}
