package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.Answer;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementRecords;
import fr.genereferral.hubdirectory.PlacementRecords.OfferFile;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Successions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A hub opens an offer, says yes, says no, or takes its yes back; its no goes straight on to the next hub. */
@ApplicationScoped
class AnsweringOffers {
    private final Placements placements;
    private final PlacementRecords records;
    private final Directories directories;
    private final Successions successions;
    private final AnswerMoves moves;

    AnsweringOffers(
            Placements placements,
            PlacementRecords records,
            Directories directories,
            Successions successions,
            AnswerMoves moves) {
        this.placements = placements;
        this.records = records;
        this.directories = directories;
        this.successions = successions;
        this.moves = moves;
    }

    /**
     * Who answers.
     *
     * @param subject the person
     */
    record Hand(UUID offer, String hub, String subject) {}

    /** The offer; the first look at it is noted. */
    Uni<OfferFile> open(Hand hand) {
        return records.offer(hand.offer(), hand.hub())
                .chain(file -> isFirstLook(file)
                        ? change(hand, (placement, run, desk) -> placement.see(answer(hand, desk)))
                        : Uni.createFrom().item(file));
    }

    /** What may be done with it now; looking it up counts as a look. */
    Uni<OfferActions> actions(Hand hand) {
        return open(hand)
                .chain(file -> file.offer().state() == OfferState.EXPIRED
                        ? lateActions(hand)
                        : directories.current().map(directory -> {
                            var hub = directory.hub(hand.hub()).orElseThrow(Refused::notFound);
                            return OfferActions.of(file, mayTake(hub, file) && moves.hasPlace(file.offer(), directory));
                        }));
    }

    /** Judged as the answer itself would be: the hub sees of the child no longer what it is judged by. */
    private Uni<OfferActions> lateActions(Hand hand) {
        return placements.look(hand.offer(), hand.hub(), (placement, directory) -> {
            var mayAccept = placement.isLate(hand.offer()) && moves.wouldTake(placement, hand.offer(), directory);
            return OfferActions.late(hand.offer(), mayAccept);
        });
    }

    /** A hub that holds the child's request no longer has nothing to say yes to. */
    private boolean mayTake(Hub hub, OfferFile file) {
        return file.request()
                .filter(request -> hub.mayTake(file.offer().therapy(), request.patient(), successions.today()))
                .isPresent();
    }

    /**
     * @param terms null where the yes comes with nothing
     * @return the offer that is accepted: of a yes that came late, a new one
     */
    Uni<OfferFile> accept(Hand hand, AcceptanceTerms terms) {
        return placements
                .answer(
                        hand.offer(),
                        hand.hub(),
                        (placement, run, desk) -> moves.accept(
                                placement, run, desk, answer(hand, desk).with(terms)))
                .map(placement -> placement.accepted().orElseThrow().id())
                .chain(accepted -> records.offer(accepted, hand.hub()));
    }

    Uni<OfferFile> decline(Hand hand, DeclineReason reason) {
        return change(hand, (placement, run, desk) -> moves.decline(placement, run, desk, answer(hand, desk), reason));
    }

    Uni<OfferFile> giveBack(Hand hand, GiveBackReason reason) {
        return change(
                hand,
                (placement, run, desk) ->
                        placement.giveBack(answer(hand, desk), reason, successions.of(placement, run, desk)));
    }

    private Uni<OfferFile> change(Hand hand, Placements.Change work) {
        return placements
                .answer(hand.offer(), hand.hub(), work)
                .chain(placement -> records.offer(hand.offer(), hand.hub()));
    }

    private static Answer answer(Hand hand, Placements.Desk desk) {
        return new Answer(hand.offer(), hand.subject(), desk.now());
    }

    private static boolean isFirstLook(OfferFile file) {
        return file.offer().isOpen() && file.offer().seenAt() == null;
    }
}
