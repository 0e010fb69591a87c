package fr.genereferral.referral.web;

import static fr.genereferral.referral.ReferralFixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferralLineTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 23);

    /** Somebody may be asking whom the reader knows nothing of. */
    @Test
    void saysWhatIsAskedToItsHospitalAndTheNationAlone() {
        var kept = new ReferralSummary(
                UUID.randomUUID(),
                "GR-7WH424BD",
                ReferralStatus.OFFERED,
                false,
                3,
                "350007084",
                NOW,
                NOW,
                DUE,
                DUE,
                null,
                NOW);

        for (var rights : List.of(Rights.of("350007084"), Rights.national())) {
            assertEquals(DUE, ReferralLine.of(kept, rights).dueOn());
            assertEquals(NOW, ReferralLine.of(kept, rights).questionDueAt());
        }
        var hub = ReferralLine.of(kept, Rights.of("130804297"));
        assertNull(hub.dueOn());
        assertNull(hub.questionDueAt());
    }
}
