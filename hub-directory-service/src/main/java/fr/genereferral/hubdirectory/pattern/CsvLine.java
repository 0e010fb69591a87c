package fr.genereferral.hubdirectory.pattern;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a file of comma-separated values (RFC 4180). */
final class CsvLine {
    /**
     * What a spreadsheet takes for a formula, also behind what cannot be seen or written wide, and runs when somebody opens the file
     * (OWASP, CSV injection).
     */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20|%].*", Pattern.DOTALL);
    /** What would begin another cell or line, or be taken for nothing. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]");

    private CsvLine() {}

    /** @param cells null for an empty one */
    static String of(Object... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        // First: a control character is no blank, and would hide what stands behind it.
        var text = CONTROL.matcher(value.toString()).replaceAll(" ");
        var told = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + told.replace("\"", "\"\"") + '"';
    }
}
