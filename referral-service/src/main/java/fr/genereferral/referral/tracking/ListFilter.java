package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Reference;
import fr.genereferral.referral.ReferralRecords.ListQuery;
import fr.genereferral.referral.ReferralRecords.Place;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a list may be narrowed by; taken as text, so that a wrong one gets a problem of ours. Each is null where it is not
 * given.
 */
record ListFilter(
        String state,
        String reference,
        String updatedSince,
        String stuck,
        String asked,
        String due,
        String include,
        String cursor,
        String limit) {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern PAGE_SIZE = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern DATE_TIME = Pattern.compile("[0-9]{4}-");
    /** A list of what is due goes on after a day and a referral: many are due on one day. */
    private static final Pattern DUE_PLACE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})_(.+)");

    ListQuery query() {
        try {
            var whatIsDue = due != null && only("true", due);
            return new ListQuery(
                    given(state, ReferralStatus::valueOf),
                    given(reference, text -> new Reference(text).value()),
                    given(updatedSince, ListFilter::instant),
                    given(stuck, ListFilter::yesOrNo),
                    given(asked, ListFilter::yesOrNo),
                    whatIsDue,
                    whatIsDue ? given(cursor, ListFilter::duePlace) : given(cursor, ListFilter::place),
                    limit == null ? PAGE : page(limit));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refused.because("PARAMETER_INVALID");
        }
    }

    /** Whether the patients are to be named. */
    boolean names() {
        if (include == null) {
            return false;
        }
        if (!include.equals("identity")) {
            throw Refused.because("PARAMETER_INVALID");
        }
        return true;
    }

    private static <T> T given(String text, Function<String, T> reading) {
        return text == null ? null : reading.apply(text);
    }

    private static boolean only(String possible, String text) {
        if (!text.equals(possible)) {
            throw new IllegalArgumentException("not " + possible);
        }
        return true;
    }

    private static Boolean yesOrNo(String text) {
        return text.equals("false") ? Boolean.FALSE : only("true", text);
    }

    /** A date of the calendar that people use, and that the database can keep: the year has four digits. */
    private static Instant instant(String text) {
        if (!DATE_TIME.matcher(text).lookingAt()) {
            throw new IllegalArgumentException("no such date");
        }
        return Instant.parse(text);
    }

    private static Place place(String text) {
        return new Place(null, id(text));
    }

    private static Place duePlace(String text) {
        var parts = DUE_PLACE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no such cursor");
        }
        return new Place(LocalDate.parse(parts.group(1)), id(parts.group(2)));
    }

    /** Java's own reading fills up what is too short. */
    private static UUID id(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no such cursor");
        }
        return id;
    }

    private static int page(String asked) {
        if (!PAGE_SIZE.matcher(asked).matches() || Integer.parseInt(asked) > LARGEST_PAGE) {
            throw new IllegalArgumentException("no page has that size");
        }
        return Integer.parseInt(asked);
    }

    /** The same question, from the next page on. */
    String from(String next, int size) {
        var query = new StringJoiner("&", "/v1/referrals?", "")
                .add("cursor=" + next)
                .add("limit=" + size);
        // The values have been read already: nothing in them needs escaping but the "+" of an offset.
        add(query, "state", state);
        add(query, "reference", reference);
        add(query, "updatedSince", updatedSince);
        add(query, "stuck", stuck);
        add(query, "asked", asked);
        add(query, "due", due);
        add(query, "include", include);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null) {
            query.add(name + "=" + value.replace("+", "%2B"));
        }
    }
}
