package fr.genereferral.referral.audit;

import fr.genereferral.referral.AuditTrail.Place;
import fr.genereferral.referral.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which page is asked for; taken as text, so that a wrong one gets a problem of ours. */
final class AuditQuery {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern PAGE_SIZE = Pattern.compile("[1-9][0-9]{0,2}");
    /** An instant in which several rows may stand, and one of them. */
    private static final Pattern PLACE =
            Pattern.compile("([0-9]{4}-[0-9:T.-]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private AuditQuery() {}

    /** @param cursor null for the first page */
    static Place place(String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = PLACE.matcher(cursor);
        if (!parts.matches()) {
            throw Refused.because("PARAMETER_INVALID");
        }
        try {
            return new Place(Instant.parse(parts.group(1)), UUID.fromString(parts.group(2)));
        } catch (DateTimeException e) {
            throw Refused.because("PARAMETER_INVALID");
        }
    }

    static String cursor(Place place) {
        return place == null ? null : place.at() + "_" + place.id();
    }

    /** @param asked null for the usual one */
    static int limit(String asked) {
        if (asked == null) {
            return PAGE;
        }
        if (!PAGE_SIZE.matcher(asked).matches() || Integer.parseInt(asked) > LARGEST_PAGE) {
            throw Refused.because("PARAMETER_INVALID");
        }
        return Integer.parseInt(asked);
    }
}
