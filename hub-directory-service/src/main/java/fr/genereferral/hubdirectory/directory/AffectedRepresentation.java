package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.DirectoryRecords.Affected;
import fr.genereferral.hubdirectory.Loss;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.LossReason;
import fr.genereferral.hubdirectory.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The accepted referrals that the end of an accreditation reaches. None of them moves but by the coordinator's word.
 *
 * @param next cursor of the following page; null on the last one
 */
@Schema(name = "AffectedPage")
record AffectedRepresentation(
        List<Line> items, @Schema(nullable = true) String next) {

    /**
     * One referral, by its pseudonymous id.
     *
     * @param acceptedWithout accepted on a day on which the hub was not accredited, as is known now
     * @param awaitsConfirmation the hub still has it, without the accreditation: the coordinator has to say what follows
     * @param confirmation what the coordinator has said; absent while nothing is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AffectedReferral")
    record Line(
            UUID referralId,
            UUID offerId,
            Instant acceptedAt,
            boolean acceptedWithout,
            boolean awaitsConfirmation,
            Confirmation confirmation) {

        static Line of(Affected affected, Loss loss, LocalDate today) {
            var accepted = Paris.dayOf(affected.acceptedAt());
            return new Line(
                    affected.referral(),
                    affected.offer(),
                    affected.acceptedAt(),
                    loss.holdsOn(accepted),
                    awaits(affected, loss, today),
                    Confirmation.of(affected.confirmation()));
        }
    }

    /**
     * Who has said what becomes of the child, and why.
     *
     * @param lostFrom since when the loss was true
     * @param lossKnownAt since when it was known
     */
    @Schema(name = "LossConfirmation")
    record Confirmation(
            LossDecision decision,
            LossReason reason,
            LocalDate lostFrom,
            Instant lossKnownAt,
            Instant confirmedAt,
            String confirmedBy) {

        static Confirmation of(LossConfirmation said) {
            return said == null
                    ? null
                    : new Confirmation(
                            said.word().decision(),
                            said.word().reason(),
                            said.lostFrom(),
                            said.lossKnownAt(),
                            said.hand().at(),
                            said.hand().by());
        }
    }

    static boolean awaits(Affected affected, Loss loss, LocalDate today) {
        return affected.held() && affected.confirmation() == null && loss.holdsOn(today);
    }

    static AffectedRepresentation none() {
        return new AffectedRepresentation(List.of(), null);
    }

    /** @param found one more than the limit when there are more */
    static AffectedRepresentation of(List<Affected> found, Loss loss, LocalDate today, int limit) {
        var lines = found.stream()
                .limit(limit)
                .map(one -> Line.of(one, loss, today))
                .toList();
        var next = found.size() > limit ? lines.get(limit - 1).offerId().toString() : null;
        return new AffectedRepresentation(lines, next);
    }
}
