package fr.genereferral.hubdirectory.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.DirectoryRecords;
import fr.genereferral.hubdirectory.DirectoryRecords.Affected;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.Loss;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The coordinator says what becomes of a child whose hub has lost its accreditation: it stays, or the next hub is asked. */
@ApplicationScoped
class ConfirmingLosses {
    private final DirectoryRecords records;
    private final AskingTheNext asking;
    private final Clock clock;

    ConfirmingLosses(DirectoryRecords records, AskingTheNext asking, Clock clock) {
        this.records = records;
        this.asking = asking;
        this.clock = clock;
    }

    /** @param by the person */
    Uni<AffectedRepresentation.Line> confirm(UUID accreditation, UUID referral, LossConfirmation.Word word, String by) {
        return records.loss(accreditation)
                .map(loss -> loss.filter(known -> !known.isEmpty()).orElseThrow(Refused::notFound))
                .chain(loss -> records.affected(loss, referral)
                        .invoke(affected -> demandOpen(affected, loss))
                        .chain(affected -> asking.afterAYes(
                                referral,
                                at -> new LossConfirmation(
                                        UuidCreator.getTimeOrderedEpoch(),
                                        affected.offer(),
                                        loss,
                                        word,
                                        new EntryChange.Hand(by, at))))
                        .chain(() -> records.affected(loss, referral))
                        .map(affected -> AffectedRepresentation.Line.of(affected, loss, today())));
    }

    /** Asked once more where the placement is locked, but for the day. */
    private void demandOpen(Affected affected, Loss loss) {
        if (!AffectedRepresentation.awaits(affected, loss, today())) {
            throw Refused.because("NOTHING_TO_CONFIRM");
        }
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }
}
