package fr.genereferral.hubdirectory.pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said beside the numbers, as the data file keeps it. */
@ApplicationScoped
class Texts {
    private final Kept kept;

    Texts(ObjectMapper json) throws IOException {
        try (var in = Texts.class.getResourceAsStream("/pattern-texts.json")) {
            kept = json.readValue(in, Kept.class);
        }
    }

    /** What may have to be known of an answer. */
    enum Note {
        NOTHING,
        SUPPRESSED,
        MANY_LOOKS,
        NO_CAUSE
    }

    /** French and English. */
    @Schema(name = "PatternText")
    record Label(String fr, String en) {}

    record Kept(
            LocalDate effectiveFrom,
            Map<Comparison.Verdict, Label> verdicts,
            Map<Note, Label> notes,
            Label cannotTell) {}

    Label of(Comparison.Verdict verdict) {
        return kept.verdicts().get(verdict);
    }

    Label of(Note note) {
        return kept.notes().get(note);
    }

    /** What an extract that is published does not say, and must not be read for. */
    Label cannotTell() {
        return kept.cannotTell();
    }
}
