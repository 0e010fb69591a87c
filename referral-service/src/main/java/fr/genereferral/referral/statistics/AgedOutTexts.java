package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said beside the numbers, as the data file keeps it. */
@ApplicationScoped
class AgedOutTexts {
    private final Kept kept;

    AgedOutTexts(ObjectMapper json) throws IOException {
        try (var in = AgedOutTexts.class.getResourceAsStream("/aged-out-texts.json")) {
            kept = json.readValue(in, Kept.class);
        }
    }

    /** French and English. */
    @Schema(name = "AgedOutText")
    record Label(String fr, String en) {}

    record Kept(LocalDate effectiveFrom, String source, Label counted) {}

    Label counted() {
        return kept.counted();
    }
}
