package fr.genereferral.hubdirectory.web;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Headers of every answer, early refusals too: the caller's {@code X-Correlation-ID} and our own {@code X-Request-ID}, both
 * of which support asks for.
 */
public final class Marks {
    public static final String CORRELATION = "X-Correlation-ID";
    /** Anything else could break a log line or a header. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Marks() {}

    /** @param correlation what the caller has sent, or null */
    public static Map<String, String> of(String correlation) {
        var marks = new LinkedHashMap<String, String>();
        if (correlation != null && SAFE.matcher(correlation).matches()) {
            marks.put(CORRELATION, correlation);
        }
        marks.put("X-Request-ID", UuidCreator.getTimeOrderedEpoch().toString());
        marks.put("Cache-Control", "no-store");
        return marks;
    }
}
