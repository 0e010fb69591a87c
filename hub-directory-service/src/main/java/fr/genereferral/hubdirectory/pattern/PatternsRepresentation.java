package fr.genereferral.hubdirectory.pattern;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Patterns of a period.
 *
 * @param from first month, in Paris
 * @param to last month, included
 * @param alerts how many of the comparisons are alerts
 * @param compared how many comparisons were made: those with too few children are none
 * @param expectedByChance how many alerts are to be expected of so many comparisons where nothing differs
 * @param notes what has to be known to read the numbers
 * @param items by the name of the hub, then by therapy
 */
@Schema(name = "Patterns")
record PatternsRepresentation(
        String from,
        String to,
        Parameters parameters,
        int alerts,
        int compared,
        double expectedByChance,
        List<Note> notes,
        List<PatternRepresentation> items) {

    /**
     * The numbers by which it was read, with the day from which they hold.
     *
     * @param nearUnderMinutes door to door
     * @param farFromMinutes door to door
     * @param smallestCell no smaller number is told, save 0
     * @param confidence of the intervals
     */
    @Schema(name = "PatternParameters")
    record Parameters(
            LocalDate validFrom,
            int nearUnderMinutes,
            int farFromMinutes,
            int smallestCell,
            double confidence,
            String source) {}

    /** Something to be known. */
    @Schema(name = "PatternNote")
    record Note(Texts.Note code, Texts.Label text) {}
}
