package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Refused;
import java.util.regex.Pattern;

/** The version that an edit was decided from: without it the second of two editors would wipe out the first's work. */
public final class IfMatch {
    private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private IfMatch() {}

    /**
     * Reads the header.
     *
     * @return null for {@code *}: whatever stands there
     */
    public static Long version(String header) {
        if (header == null || header.isBlank()) {
            throw Refused.because("PRECONDITION_MISSING");
        }
        if (header.strip().equals("*")) {
            return null;
        }
        var named = STRONG.matcher(header.strip());
        if (!named.matches()) {
            throw Refused.because("STALE");
        }
        return Long.valueOf(named.group(1));
    }
}
