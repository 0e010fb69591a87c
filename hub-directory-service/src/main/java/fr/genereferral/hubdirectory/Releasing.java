package fr.genereferral.hubdirectory;

import java.time.Instant;

/** What a hub was asked, or has said yes to, holds no longer: its place is free, and somebody else is asked or nobody. */
record Releasing(Placement placement) {

    void giveBack(Answer back, GiveBackReason reason, Succession succession) {
        var hub = placement.offers().named(back.offer()).hub().id();
        var offer = placement.offers().binding(back.offer(), placement.state(), succession.isAble(hub));
        placement.note(offer.giveBack(reason, back, told(WithdrawalCause.GIVEN_BACK), placement.nextVersion()));
        if (reason == GiveBackReason.CAPABILITY_LOST) {
            placement.noted().anomaly(DirectoryAnomaly.saidIn(succession.newId(), offer, back.at()));
        }
        goOn(offer, SlotMove.Cause.GIVEN_BACK, new Asking(placement, succession, back.at()));
    }

    void confirmLoss(LossConfirmation said, Succession succession, Instant now) {
        var offer = placement
                .accepted()
                .filter(o -> o.id().equals(said.offer()) && placement.state() == PlacementState.ACCEPTED)
                .orElseThrow(() -> Refused.because("NOTHING_TO_CONFIRM"));
        placement.noted().confirmation(said);
        if (said.word().decision() == LossDecision.MOVE) {
            placement.note(offer.release(told(WithdrawalCause.ACCREDITATION_LOST), placement.nextVersion(), now));
            goOn(offer, SlotMove.Cause.ACCREDITATION_LOST, new Asking(placement, succession, now));
        }
    }

    /** Unless the hospital wants to stop, the next hub is asked. */
    private void goOn(Offer released, SlotMove.Cause cause, Asking asking) {
        free(released, cause);
        if (placement.isStopWanted()) {
            placement.become(PlacementState.STOPPED);
            return;
        }
        asking.next();
    }

    private WithdrawalCause told(WithdrawalCause cause) {
        return placement.isStopWanted() ? WithdrawalCause.WITHDRAWN_BY_HOSPITAL : cause;
    }

    void loseAccreditation(Succession succession, Instant now) {
        placement
                .offers()
                .live()
                .filter(offer -> succession.hasLostAccreditation(offer.hub().id()))
                .ifPresent(offer -> {
                    withdrawLive(WithdrawalCause.ACCREDITATION_ENDED, now);
                    new Asking(placement, succession, now).next();
                });
    }

    void cancel(WithdrawalCause cause, Instant now) {
        withdrawLive(cause, now);
        if (cause == WithdrawalCause.WISHES_CHANGED
                || cause == WithdrawalCause.MERGED && placement.state() == PlacementState.ESCALATED) {
            // It concerns a hub that is asked: a search that has come to the coordinator stays his.
            // One that is to be merged rests once it is.
            return;
        }
        stop();
    }

    private void stop() {
        if (placement.state() == PlacementState.ESCALATED || placement.state() == PlacementState.RANKING) {
            placement.become(PlacementState.STOPPED);
        }
    }

    void close(SlotMove.Cause cause, Instant now) {
        if (placement.state() == PlacementState.ACCEPTED) {
            placement.accepted().ifPresent(offer -> free(offer, cause));
        }
        withdrawLive(WithdrawalCause.WITHDRAWN_BY_HOSPITAL, now);
        placement.become(PlacementState.CLOSED);
    }

    /** One that had kept silent may have said yes before it was heard: it is not responsible. */
    void rest(Instant now) {
        if (placement.state() == PlacementState.ACCEPTED) {
            placement.accepted().ifPresent(offer -> {
                placement.note(offer.release(WithdrawalCause.MERGED, placement.nextVersion(), now));
                free(offer, SlotMove.Cause.CLOSED);
            });
            placement.become(PlacementState.STOPPED);
        }
        withdrawLive(WithdrawalCause.MERGED, now);
        stop();
    }

    void withdrawLive(WithdrawalCause cause, Instant now) {
        placement.offers().live().ifPresent(offer -> {
            placement.become(PlacementState.STOPPED);
            placement.note(offer.withdraw(cause, placement.nextVersion(), now));
        });
    }

    private void free(Offer offer, SlotMove.Cause cause) {
        placement.noted().slotMove(new SlotMove.Free(offer.id(), offer.hub().id(), cause));
    }
}
