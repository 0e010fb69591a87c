package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.Answer;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.Heard;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementRecords;
import fr.genereferral.hubdirectory.PlacementRecords.OfferFile;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** A hub answers by telephone and the coordinator writes it down: by the rules, and in the races, that the hub would have. */
@ApplicationScoped
class WritingDownAnswers {
    private final Placements placements;
    private final PlacementRecords records;
    private final AnswerMoves moves;

    WritingDownAnswers(Placements placements, PlacementRecords records, AnswerMoves moves) {
        this.placements = placements;
        this.records = records;
        this.moves = moves;
    }

    /**
     * What was heard.
     *
     * @param subject the person who writes it down
     */
    record Note(UUID offer, String subject, Heard heard) {
        private Answer answer(Placements.Desk desk) {
            return new Answer(offer, subject, desk.now(), heard);
        }
    }

    /**
     * @param terms null where the yes comes with nothing
     * @return the offer that is accepted: of a yes that came late, a new one
     */
    Uni<OfferFile> accept(Note yes, AcceptanceTerms terms) {
        return change(
                yes.offer(),
                (placement, run, desk) ->
                        moves.accept(placement, run, desk, yes.answer(desk).with(terms)),
                placement -> placement.accepted().orElseThrow());
    }

    Uni<OfferFile> decline(Note no, DeclineReason reason) {
        return change(
                no.offer(),
                (placement, run, desk) -> moves.decline(placement, run, desk, no.answer(desk), reason),
                placement -> placement.offer(no.offer()));
    }

    private Uni<OfferFile> change(UUID offer, Placements.Change work, Function<Placement, Offer> what) {
        return placements
                .answer(offer, work)
                .map(what)
                .onFailure(Refused.class)
                .transform(refused -> refused.named(OfferActions::writtenDown))
                .chain(shown -> records.offer(shown.id(), shown.hub().id()));
    }

    /** What the coordinator may write down now. */
    Uni<OfferActions> actions(UUID offer) {
        return placements.look(offer, (placement, directory) -> {
            var isOpen = placement.offer(offer).isOpen();
            var mayAccept = (isOpen || placement.isLate(offer)) && moves.wouldTake(placement, offer, directory);
            return OfferActions.toWriteDown(offer, isOpen, mayAccept);
        });
    }
}
