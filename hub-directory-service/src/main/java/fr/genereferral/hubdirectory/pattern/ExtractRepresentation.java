package fr.genereferral.hubdirectory.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.HubName;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may be published of a year.
 *
 * @param smallestCell no smaller number is told, save 0
 * @param nearUnderMinutes door to door
 * @param farFromMinutes door to door
 * @param source of these numbers
 * @param cannotTell what it does not say
 * @param rows by the name of the hub; all distances together first
 */
@Schema(name = "PatternExtract")
record ExtractRepresentation(
        int year,
        int smallestCell,
        int nearUnderMinutes,
        int farFromMinutes,
        String source,
        Texts.Label cannotTell,
        List<Line> rows) {
    /** By it a spreadsheet knows that what follows is UTF-8, and not the alphabet of the machine that it runs on. */
    private static final String UTF_8 = "\uFEFF";

    private static final String COLUMNS = UTF_8
            + CsvLine.of(
                    "year",
                    "hub",
                    "hubName",
                    "hubCity",
                    "band",
                    "asked",
                    "accepted",
                    "declined",
                    "expired",
                    "smallestCell",
                    "source",
                    "cannotTell");

    /**
     * A hub and a distance.
     *
     * @param band of distance, or ALL
     * @param asked how many children the hub was asked for and has answered, or let lapse; null where a number is not told
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PatternExtractRow")
    record Line(
            HubName hub,
            String band,
            @Schema(nullable = true) Integer asked,
            @Schema(nullable = true) Integer accepted,
            @Schema(nullable = true) Integer declined,
            @Schema(nullable = true) Integer expired) {

        static Line of(HubName hub, Row row, ExtractTable table) {
            return new Line(
                    hub,
                    row.band() == null ? "ALL" : row.band().name(),
                    number(row, Column.ASKED, table),
                    number(row, Column.ACCEPTED, table),
                    number(row, Column.DECLINED, table),
                    number(row, Column.EXPIRED, table));
        }

        private static Integer number(Row row, Column column, ExtractTable table) {
            var told = table.told(row, column);
            return told.isPresent() ? told.getAsInt() : null;
        }
    }

    /** The same as a file: each line says where it comes from and what it cannot tell, for files are cut and pasted. */
    String csv(String language) {
        var remark = language.equals("en") ? cannotTell.en() : cannotTell.fr();
        return rows.stream()
                .map(line -> CsvLine.of(
                        year,
                        line.hub().id(),
                        line.hub().name(),
                        line.hub().city(),
                        line.band(),
                        line.asked(),
                        line.accepted(),
                        line.declined(),
                        line.expired(),
                        smallestCell,
                        source,
                        remark))
                .collect(Collectors.joining("", COLUMNS, ""));
    }
}
