package fr.genereferral.referral.web;

import fr.genereferral.referral.Refused;
import java.util.regex.Pattern;

/** The version that an edit was decided from: without it the second of two editors would wipe out the first's work. */
public final class IfMatch {
    /** Versions begin at 1. */
    private static final int NONE = 0;

    private static final Pattern DRAFT = Pattern.compile("\"draft-([1-9][0-9]{0,8})\"");

    private static final Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private IfMatch() {}

    /**
     * Reads the header of an edit of what was sent.
     *
     * @return null for {@code *}: whatever stands there; 0, which nothing has that was sent, for what names no version of it
     */
    public static Long version(String header) {
        if (header == null || header.isBlank()) {
            throw Refused.because("PRECONDITION_MISSING");
        }
        if (header.strip().equals("*")) {
            return null;
        }
        var named = VERSION.matcher(header.strip());
        return named.matches() ? Long.parseLong(named.group(1)) : NONE;
    }

    /**
     * Reads the header of an edit of a draft.
     *
     * @return null for {@code *}: whatever stands there; 0, which no draft has, for what names no version of a draft
     */
    public static Integer draft(String header) {
        if (header == null || header.isBlank()) {
            throw Refused.because("PRECONDITION_MISSING");
        }
        if (header.strip().equals("*")) {
            return null;
        }
        var named = DRAFT.matcher(header.strip());
        return named.matches() ? Integer.parseInt(named.group(1)) : NONE;
    }
}
