package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.Parameters;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * Months that are over: what is counted of them does not change any more, and nobody learns of one child by asking again
 * tomorrow.
 *
 * @param from the first
 * @param to the last, included
 */
record Months(YearMonth from, YearMonth to) {
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
    private static final int USUAL = 6;
    private static final int MOST = 24;

    /**
     * The last six that are over, unless others are asked for.
     *
     * @param running the month of today, in Paris
     * @throws Refused PARAMETER_INVALID for what is no month, a month that is not over, or too many of them
     */
    static Months read(String from, String to, YearMonth running) {
        var last = Parameters.text(to, MONTH).map(YearMonth::parse).orElse(running.minusMonths(1));
        var first = Parameters.text(from, MONTH).map(YearMonth::parse).orElse(last.minusMonths(USUAL - 1L));
        if (!last.isBefore(running)
                || first.isAfter(last)
                || !first.plusMonths(MOST).isAfter(last)) {
            throw Refused.because("PARAMETER_INVALID");
        }
        return new Months(first, last);
    }
}
