package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Pairs.Place;
import fr.genereferral.referral.Pairs.Query;
import fr.genereferral.referral.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the list of pairs may be asked for; taken as text, so that a wrong one gets a problem of ours. Null where not given. */
record PairFilter(String settled, String cursor, String limit) {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern PAGE_SIZE = Pattern.compile("[1-9][0-9]{0,2}");
    /** The year has four digits: what the database cannot keep is no place. */
    private static final Pattern PLACE = Pattern.compile("([0-9]{4}-[0-9TZ:.-]{1,40})_([0-9a-f-]{36})_([0-9a-f-]{36})");

    Query query() {
        try {
            return new Query(isSettled(), cursor == null ? null : place(cursor), limit == null ? PAGE : size());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refused.because("PARAMETER_INVALID");
        }
    }

    private boolean isSettled() {
        if (settled == null || settled.equals("false")) {
            return false;
        }
        if (!settled.equals("true")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return true;
    }

    private static Place place(String text) {
        var parts = PLACE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no such cursor");
        }
        return new Place(Instant.parse(parts.group(1)), id(parts.group(2)), id(parts.group(3)));
    }

    private static UUID id(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("no such cursor");
        }
        return id;
    }

    private int size() {
        if (!PAGE_SIZE.matcher(limit).matches() || Integer.parseInt(limit) > LARGEST_PAGE) {
            throw new IllegalArgumentException("no page has that size");
        }
        return Integer.parseInt(limit);
    }

    static String cursor(Place place) {
        return place.at() + "_" + place.one() + "_" + place.other();
    }

    /** The same question, from the next page on. */
    String from(String next, Query query) {
        return "/v1/duplicates?cursor=" + next + "&limit=" + query.limit() + "&settled=" + query.settled();
    }
}
