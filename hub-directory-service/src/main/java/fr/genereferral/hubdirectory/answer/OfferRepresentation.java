package fr.genereferral.hubdirectory.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.KeeperChange;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementRecords.OfferFile;
import fr.genereferral.hubdirectory.Urgency;
import fr.genereferral.hubdirectory.travel.Journey;
import fr.genereferral.hubdirectory.travel.TravelNeeds;
import fr.genereferral.hubdirectory.web.HeardRepresentation;
import fr.genereferral.hubdirectory.web.KeeperRepresentation;
import fr.genereferral.hubdirectory.web.QuestionsTag;
import fr.genereferral.hubdirectory.web.TermsRepresentation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An offer as the hub reads it: what it needs to decide whether to look at the dossier, which it reads at
 * referral-service. What concerns the child is shown while the offer is open or accepted, and not afterwards.
 *
 * @param notice what has to be said about an illustrative accreditation
 * @param needs what the family needs beside the way; absent in an offer from before that was told
 * @param giveBackReason why the hub has taken its yes back
 * @param heard how the answer came, where the hub has not given it here itself
 * @param terms what the yes came with; absent where it came with nothing, and once it holds no longer
 * @param inHand who reads the file at the hub; absent while nobody does, and once the offer or the referral has ended
 * @param expiresAt until when an answer is asked for; while the clock rests the latest that it may come to
 * @param openQuestions how many questions of the hub wait for an answer of the hospital; absent when none does
 * @param restingSince since when the clock rests, the hub waiting for an answer
 * @param restsUntil when it runs on, answered or not
 * @param remindedAt when the hub was reminded, oldest first
 * @param expectedWaitDays as it was when the hub was chosen; absent while it was unknown
 * @param slotWeek Monday of the week in which the child has a place; absent before a yes, and where no capacity is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Offer")
record OfferRepresentation(
        UUID id,
        UUID referralId,
        HubName hub,
        String therapy,
        Urgency urgency,
        OfferState state,
        int rank,
        boolean illustrative,
        String notice,
        Instant offeredAt,
        Instant expiresAt,
        Integer openQuestions,
        Instant restingSince,
        Instant restsUntil,
        List<Instant> remindedAt,
        Instant seenAt,
        Instant endedAt,
        DeclineReason declineReason,
        GiveBackReason giveBackReason,
        HeardRepresentation heard,
        TermsRepresentation terms,
        KeeperRepresentation inHand,
        long version,
        Journey travel,
        TravelNeeds needs,
        Integer cost,
        Integer expectedWaitDays,
        LocalDate slotWeek,
        Patient patient,
        URI dossier) {

    static OfferRepresentation from(OfferFile file, Surroundings surroundings) {
        var offer = file.offer();
        var candidate = file.run().ranked().get(offer.rank() - 1);
        var told = offer.stands();
        var held = file.isHeld();
        var rest = offer.rest();
        return new OfferRepresentation(
                offer.id(),
                file.referralId(),
                offer.hub(),
                offer.therapy(),
                offer.urgency(),
                offer.state(),
                offer.rank(),
                offer.illustrative(),
                offer.illustrative() ? surroundings.illustrativeNotice() : null,
                offer.offeredAt(),
                offer.expiresAt(),
                held && rest.open() > 0 ? rest.open() : null,
                offer.isOpen() ? rest.since() : null,
                offer.isOpen() && rest.since() != null ? rest.until() : null,
                file.remindedAt().isEmpty() ? null : file.remindedAt(),
                offer.seenAt(),
                offer.endedAt(),
                offer.declineReason(),
                offer.giveBackReason(),
                HeardRepresentation.of(offer),
                TermsRepresentation.of(offer),
                held ? KeeperRepresentation.of(file.lastKept()) : null,
                offer.version(),
                told ? candidate.travel() : null,
                told ? candidate.needs() : null,
                told ? candidate.terms().cost() : null,
                told ? candidate.terms().expectedWaitDays() : null,
                file.slot().map(slot -> slot.place().week().monday()).orElse(null),
                file.request()
                        .map(request -> Patient.from(request, file, surroundings))
                        .orElse(null),
                told ? surroundings.dossierOf(file.referralId()) : null);
    }

    /**
     * A reminder, a question, who has the file in hand, and that the referral of a hub that is responsible has ended are no
     * change of the offer, and are to be seen all the same.
     */
    static String tag(OfferFile file) {
        var reminders = file.remindedAt().size();
        var kept = file.lastKept().map(KeeperChange::number).orElse(0);
        return file.offer().version()
                + (reminders == 0 ? "" : "-" + reminders)
                + (kept == 0 ? "" : "." + kept)
                + QuestionsTag.of(file.offer().rest())
                + (file.offer().stands() && !file.isHeld() ? "-" + file.placement() : "");
    }
}
