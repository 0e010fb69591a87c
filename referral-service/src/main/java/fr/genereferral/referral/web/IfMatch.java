package fr.genereferral.referral.web;

import fr.genereferral.referral.Refused;
import java.util.regex.Pattern;

/** The version that an edit was decided from: without it the second of two editors would wipe out the first's work. */
public final class IfMatch {
    private static final Pattern DRAFT = Pattern.compile("\"draft-([1-9][0-9]{0,8})\"");

    private IfMatch() {}

    /**
     * Reads the header of an edit of a draft.
     *
     * @return null for {@code *}: whatever stands there
     */
    public static Integer draft(String header) {
        if (header == null || header.isBlank()) {
            throw Refused.because("PRECONDITION_MISSING");
        }
        if (header.strip().equals("*")) {
            return null;
        }
        var named = DRAFT.matcher(header.strip());
        if (!named.matches()) {
            throw Refused.because("STALE");
        }
        return Integer.valueOf(named.group(1));
    }
}
