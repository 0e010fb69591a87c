package fr.genereferral.hubdirectory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * In whose hands the file of an offer is at its hub, and how it came there. It is the hub's own affair: no clock waits for
 * it, it keeps nobody from answering, and nobody outside hears of it.
 *
 * @param isHeld whether the hub holds the child's request: else there is nothing to read
 * @param changes newest first
 */
public record Keeping(UUID offer, String hub, boolean isHeld, List<KeeperChange> changes) {
    public Keeping {
        changes = List.copyOf(changes);
    }

    /** Who has it; empty while nobody does. */
    public Optional<Keeper> keeper() {
        return changes.stream().findFirst().flatMap(KeeperChange::to);
    }

    /** Whoever asks has it now, whoever had it before; empty when that was so already. */
    public Optional<KeeperChange> claim(KeeperChange.Hand hand) {
        return pass(KeeperMove.CLAIMED, Keeper.user(hand.by()), null, hand);
    }

    /** A colleague goes on with it; empty when that was so already. */
    public Optional<KeeperChange> handOver(Keeper to, HandoverReason reason, KeeperChange.Hand hand) {
        return pass(KeeperMove.HANDED_OVER, to, reason, hand);
    }

    /** Nobody has it any longer. Any colleague may say so: whoever has it may be away. */
    public KeeperChange release(KeeperChange.Hand hand) {
        demandHeld();
        var from = keeper().orElseThrow(() -> Refused.leaving("NOT_IN_HAND", List.of("CLAIM", "HAND_OVER")));
        return next(new KeeperChange.What(KeeperMove.RELEASED, from, null, null), hand);
    }

    private Optional<KeeperChange> pass(KeeperMove move, Keeper to, HandoverReason reason, KeeperChange.Hand hand) {
        demandHeld();
        var from = keeper();
        if (from.filter(to::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(next(new KeeperChange.What(move, from.orElse(null), to, reason), hand));
    }

    private void demandHeld() {
        if (!isHeld) {
            throw Refused.because("OFFER_ENDED");
        }
    }

    private KeeperChange next(KeeperChange.What what, KeeperChange.Hand hand) {
        var number = changes.isEmpty() ? 1 : changes.get(0).number() + 1;
        return new KeeperChange(new KeeperChange.Place(offer, hub, number), what, hand);
    }

    /** As it is once a change is kept. */
    public Keeping with(KeeperChange change) {
        return new Keeping(
                offer,
                hub,
                isHeld,
                Stream.concat(Stream.of(change), changes.stream()).toList());
    }
}
