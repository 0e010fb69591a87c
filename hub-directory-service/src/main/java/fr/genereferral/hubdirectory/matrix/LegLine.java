package fr.genereferral.hubdirectory.matrix;

import fr.genereferral.hubdirectory.Refused.Violation;
import fr.genereferral.hubdirectory.travel.TableLeg;
import fr.genereferral.hubdirectory.travel.TravelMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** One line of the table; what is wrong with it is noted under its number and column. */
record LegLine(CSVRecord row, String at, List<Violation> violations) {
    /** The time in a terminal is part of a leg, not a leg of its own. */
    private static final Set<TravelMode> MODES = EnumSet.complementOf(EnumSet.of(TravelMode.TRANSFER));

    private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,31}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern SOURCE = Pattern.compile("[^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]{1,200}");
    /** A slip in typing, and years that the database does not write. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;
    private static final int WEEK_MINUTES = 10_080;
    private static final int DAY_MINUTES = 1_440;

    TableLeg leg() {
        return new TableLeg(
                text("from", CODE),
                text("to", CODE),
                mode(),
                minutes("minutes", 1, WEEK_MINUTES),
                minutes("boarding", 0, DAY_MINUTES),
                minutes("alighting", 0, DAY_MINUTES),
                validFrom(),
                null);
    }

    String source() {
        return text("source", SOURCE);
    }

    private String text(String column, Pattern pattern) {
        var given = cell(column);
        if (!pattern.matcher(given).matches()) {
            wrong(column, "WRONG_FORMAT", pattern.pattern());
        }
        return given;
    }

    private TravelMode mode() {
        var given = cell("mode");
        return MODES.stream()
                .filter(mode -> mode.name().equals(given))
                .findFirst()
                .orElseGet(() -> {
                    wrong(
                            "mode",
                            "VALUE_NOT_ALLOWED",
                            MODES.stream().map(Enum::name).collect(Collectors.joining(", ")));
                    return null;
                });
    }

    private int minutes(String column, int least, int most) {
        var given = cell(column);
        var minutes = NUMBER.matcher(given).matches() ? Integer.parseInt(given) : -1;
        if (minutes < least || minutes > most) {
            wrong(column, minutes < 0 ? "WRONG_FORMAT" : "VALUE_OUT_OF_BOUNDS", least + " … " + most);
        }
        return minutes;
    }

    private LocalDate validFrom() {
        var given = cell("valid_from");
        try {
            if (DATE.matcher(given).matches()) {
                return plausible(LocalDate.parse(given));
            }
        } catch (DateTimeParseException e) {
            // A day that the calendar does not have is as wrong as any other text.
        }
        wrong("valid_from", "WRONG_FORMAT", "YYYY-MM-DD");
        return null;
    }

    private LocalDate plausible(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            wrong("valid_from", "VALUE_OUT_OF_BOUNDS", FIRST_YEAR + " … " + LAST_YEAR);
        }
        return day;
    }

    private String cell(String column) {
        return row.get(LegTable.COLUMNS.indexOf(column));
    }

    private void wrong(String column, String code, String expected) {
        violations.add(new Violation(at + "/" + column, code, expected));
    }
}
