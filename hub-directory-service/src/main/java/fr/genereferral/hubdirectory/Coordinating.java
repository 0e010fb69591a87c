package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.PlacementEvent.SearchReopened;
import java.time.Instant;
import java.util.UUID;

/**
 * What the coordinator does for a child whom nobody is asked to take: a hub is asked by hand, or the search begins anew.
 * No hub is asked that may not take the child today, whoever agrees.
 */
public record Coordinating(Placement placement, Succession succession, Instant now) {

    /** A hub is asked at once, or, where something speaks against it, when a second person agrees. */
    public void assign(Assignment.Order order, Coordinator by) {
        demandEscalated();
        var turn = turn(order.hub());
        var concern = Concerns.of(placement, succession.run()).about(order.hub());
        var hub = turn.candidate().hub();
        var assignment = new Assignment(order, placement, hub, concern.orElse(null), new Signature(by, now));
        placement.noted().intervention(assignment);
        if (concern.isEmpty()) {
            ask(turn, assignment, by);
        }
    }

    /** A second person agrees: the hub is asked. */
    public void confirm(Assignment assignment, Coordinator by) {
        demandTimely(assignment);
        if (!assignment.mayBeConfirmedBy(by)) {
            throw Refused.because("SECOND_PERSON_NEEDED");
        }
        ask(turn(assignment.hub().id()), assignment, by);
    }

    /** Somebody does not agree, or whoever has proposed it takes it back: the hub is not asked. */
    public void refuse(Assignment assignment, Coordinator by) {
        demandTimely(assignment);
        placement.noted().intervention(AssignmentEnd.refused(assignment, new Signature(by, now)));
    }

    /**
     * The search begins anew as soon as referral-service asks for it: with its facts of today, and a choice of today. When it has
     * not asked for a while, it is told again.
     */
    public void reopen(UUID id, ReopeningReason reason, Coordinator by) {
        if (!placement.awaitsCoordinator(now)) {
            throw Refused.because("NOT_ESCALATED");
        }
        placement.noted().intervention(new Reopening(id, placement, reason, new Signature(by, now)));
        placement.reopenedAt(now);
        placement.note(new SearchReopened(
                placement.referralId(), placement.nextVersion(), placement.lastNumber(), now, reason, by.asHeard()));
    }

    private void ask(Turn turn, Assignment assignment, Coordinator last) {
        placement.noted().run(turn.run());
        var offer = new Asking(placement, succession, now).ask(turn, assignment.by(last));
        placement.noted().intervention(AssignmentEnd.made(assignment, offer, new Signature(last, now)));
    }

    private Turn turn(String hub) {
        return succession.byHand(hub, placement.lastRouting().request(), now);
    }

    private void demandEscalated() {
        if (placement.state() != PlacementState.ESCALATED) {
            throw Refused.because("NOT_ESCALATED");
        }
    }

    private void demandTimely(Assignment assignment) {
        if (!assignment.isTimely(placement.state(), placement.version())) {
            throw Refused.because("ASSIGNMENT_OVER");
        }
    }
}
