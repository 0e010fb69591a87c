package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.DirectoryRecords.Affected;
import fr.genereferral.hubdirectory.Loss;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The accepted referrals that the end of an accreditation reaches. None of them moves by itself.
 *
 * @param next cursor of the following page; null on the last one
 */
@Schema(name = "AffectedPage")
record AffectedRepresentation(
        List<Line> items, @Schema(nullable = true) String next) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * One referral, by its pseudonymous id.
     *
     * @param acceptedWithout accepted on a day on which the hub was not accredited, as is known now
     * @param awaitsConfirmation the hub still has it, without the accreditation: the coordinator has to say what follows
     */
    @Schema(name = "AffectedReferral")
    record Line(
            UUID referralId, UUID offerId, Instant acceptedAt, boolean acceptedWithout, boolean awaitsConfirmation) {

        static Line of(Affected affected, Loss loss, LocalDate today) {
            var accepted = LocalDate.ofInstant(affected.acceptedAt(), PARIS);
            return new Line(
                    affected.referral(),
                    affected.offer(),
                    affected.acceptedAt(),
                    loss.holdsOn(accepted),
                    affected.held() && loss.holdsOn(today));
        }
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
