package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the parameters of an address, which come as text, so that a wrong one gets a problem of ours. */
public final class Parameters {
    /** Java's own form also knows years of nine digits, and before Christ. */
    static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** No birth, accreditation or import lies outside; the database has no year 0. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern PAGE_SIZE = Pattern.compile("[1-9][0-9]{0,2}");

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private static final Pattern YES_OR_NO = Pattern.compile("true|false");

    private Parameters() {}

    public static int pageSize(String given) {
        return read(given, text -> size(text, LARGEST_PAGE)).orElse(PAGE);
    }

    /** @param most the size of a page that is not told, too: for lists of which every line is worked out anew */
    public static int pageSize(String given, int most) {
        return read(given, text -> size(text, most)).orElse(most);
    }

    public static Optional<UUID> id(String given) {
        return read(given, Parameters::uuid);
    }

    public static Optional<Long> number(String given) {
        return text(given, NUMBER).map(Long::valueOf);
    }

    public static Optional<Boolean> yesOrNo(String given) {
        return text(given, YES_OR_NO).map(Boolean::valueOf);
    }

    public static Optional<LocalDate> date(String given) {
        return read(given, Parameters::day);
    }

    public static Optional<String> text(String given, Pattern form) {
        return read(given, text -> {
            if (!form.matcher(text).matches()) {
                throw new IllegalArgumentException("of another form");
            }
            return text;
        });
    }

    public static <E extends Enum<E>> Optional<E> oneOf(String given, Class<E> type) {
        return read(given, name -> Enum.valueOf(type, name));
    }

    private static <T> Optional<T> read(String given, Function<String, T> reading) {
        try {
            return Optional.ofNullable(given).map(reading);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refused.because("PARAMETER_INVALID");
        }
    }

    private static int size(String text, int most) {
        if (!PAGE_SIZE.matcher(text).matches() || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("no page has that size");
        }
        return Integer.parseInt(text);
    }

    /** Java's own reading fills up what is too short. */
    private static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no such id");
        }
        return id;
    }

    private static LocalDate day(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new IllegalArgumentException("no such day");
        }
        var day = LocalDate.parse(text);
        if (!isPlausible(day)) {
            throw new IllegalArgumentException("long ago, or far away");
        }
        return day;
    }

    static boolean isPlausible(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
