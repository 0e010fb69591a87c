package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.UUID;

/** A hub lets its time pass: the next one is asked, and yet nobody is locked out. */
record Silence(Placement placement) {

    /** @param patience how many hubs may keep silent in one search */
    void expire(Succession succession, int patience, Instant now) {
        placement.offers().live().filter(offer -> offer.isOverdue(now)).ifPresent(offer -> {
            placement.note(offer.expire(placement.nextVersion(), now));
            new Asking(placement, succession, now).nextAfterSilence(patience);
        });
    }

    boolean isLate(UUID offer) {
        return placement.offers().isLate(offer, placement.lastNumber(), placement.state());
    }

    /** @param askedBy the choice that the hub was asked by: it is not chosen anew */
    void acceptLate(Answer yes, boolean mayTake, MatchRun askedBy, Succession succession) {
        var expired = placement.offers().named(yes.offer());
        if (!isLate(yes.offer())) {
            throw placement.offers().noLongerOpen(expired, placement.state());
        }
        if (placement.lastRouting().request().isOverOn(Paris.dayOf(yes.at()))) {
            // An offer that is open stays so; but nobody is asked any more, nor taken at a word that comes late.
            throw Refused.because("NO_LONGER_ELIGIBLE");
        }
        yes.mustBeSaidSince(expired.offeredAt());
        Answering.demand(mayTake);
        var turn = Turn.of(askedBy, expired.hub().id()).orElseThrow();
        var again = new Asking(placement, succession, yes.at()).ask(turn, null);
        new Answering(placement).take(again, yes.about(again.id()));
    }
}
