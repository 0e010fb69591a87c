package fr.genereferral.referral.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.ReferralRecords.StoredAssessment;
import fr.genereferral.referral.Refused.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** What a meeting has to name where it differs from the rules. */
class OverruleCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String REFUSED = """
        {"verdicts": [{"therapy": "UPS",
          "fr": {"verdict": "NOT_ELIGIBLE", "failing": ["UPS.3"], "deferring": ["UPS.4"], "missing": ["UPS.5"]},
          "missing": [{"criterion": "UPS.5"}, {"criterion": "UPS.6"}],
          "criteria": [{"id": "UPS.1"}, {"id": "UPS.3"}, {"id": "UPS.4"}, {"id": "UPS.5"}, {"id": "UPS.6"}]}]}
        """;
    private static final String ELIGIBLE = """
        {"verdicts": [{"therapy": "UPS", "fr": {"verdict": "ELIGIBLE"}, "criteria": [{"id": "UPS.1"}]}]}
        """;

    @Test
    void demandsWhatFailsAndDefersAndAllowsWhatIsMissing() throws IOException {
        assertEquals(List.of(), violations(REFUSED, Meeting.Decision.GO, "UPS.3", "UPS.4"));
        assertEquals(List.of(), violations(REFUSED, Meeting.Decision.GO, "UPS.3", "UPS.4", "UPS.5", "UPS.6"));
        assertEquals(
                List.of(new Violation("/overrules", "TOO_SHORT", "UPS.3, UPS.4")),
                violations(REFUSED, Meeting.Decision.GO, "UPS.3", "UPS.5"));
    }

    @Test
    void demandsThatANoSaysWhereItDiffersFromAYes() throws IOException {
        assertEquals(
                List.of(new Violation("/overrules", "TOO_SHORT", "1")), violations(ELIGIBLE, Meeting.Decision.NO_GO));
        assertEquals(List.of(), violations(ELIGIBLE, Meeting.Decision.NO_GO, "UPS.1"));
        assertEquals(List.of(), violations(REFUSED, Meeting.Decision.NO_GO));
        assertEquals(List.of(), violations(ELIGIBLE, Meeting.Decision.POSTPONED));
    }

    private static List<Violation> violations(String document, Meeting.Decision decision, String... overrules)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(document.getBytes(StandardCharsets.UTF_8));
        }
        var assessment = new StoredAssessment(
                UUID.randomUUID(),
                1,
                "SUBMITTED",
                DAY,
                Instant.EPOCH,
                Instant.EPOCH,
                new Document(bytes.toByteArray()));
        var judged = Judged.of(Optional.of(assessment), "UPS", new ObjectMapper());
        var meeting = new NewMeeting(
                DAY, "750100208", List.of(), true, "UPS", decision, "CLINICAL_GROUNDS", null, List.of(overrules));
        return new OverruleCheck(meeting, judged).violations();
    }
}
