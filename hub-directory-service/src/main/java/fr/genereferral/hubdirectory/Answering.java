package fr.genereferral.hubdirectory;

/** What a hub does with an offer that lies with it: it looks, says yes, or says no. */
record Answering(Placement placement) {

    void see(Answer look) {
        var offer = placement.offers().named(look.offer());
        if (offer.isOpen() && offer.seenAt() == null) {
            placement.note(offer.see(look, placement.nextVersion()));
        }
    }

    void accept(Answer yes, boolean mayTake) {
        var offer = placement.offers().open(yes.offer(), placement.state());
        yes.mustBeSaidSince(offer.offeredAt());
        demand(mayTake);
        take(offer, yes);
    }

    /** The hub is responsible from now on. */
    void take(Offer offer, Answer yes) {
        placement.become(PlacementState.ACCEPTED);
        placement.note(offer.accept(yes, placement.nextVersion()));
        var patient = placement.lastRouting().request().patient();
        placement.noted().slotMove(new SlotMove.Take(offer.id(), offer.hub().id(), offer.therapy(), patient));
    }

    static void demand(boolean mayTake) {
        if (!mayTake) {
            throw Refused.because("HUB_NOT_ACCREDITED");
        }
    }

    void decline(Answer no, DeclineReason reason, Succession succession) {
        var offer = placement.offers().open(no.offer(), placement.state());
        no.mustBeSaidSince(offer.offeredAt());
        placement.note(offer.decline(reason, no, placement.nextVersion()));
        if (reason == DeclineReason.CAPABILITY_LOST) {
            placement.noted().anomaly(DirectoryAnomaly.saidIn(succession.newId(), offer, no.at()));
        }
        switch (reason.follows()) {
            case NEXT_HUB -> new Asking(placement, succession, no.at()).next();
            case COORDINATOR -> placement.become(PlacementState.ESCALATED);
            case HOSPITAL -> placement.become(PlacementState.AWAITING_INFORMATION);
        }
    }
}
