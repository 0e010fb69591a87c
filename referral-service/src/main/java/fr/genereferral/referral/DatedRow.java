package fr.genereferral.referral;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What holds from one day to another, with where it comes from: a line of a data file, whose last three columns are
 * {@code from,until,source}.
 *
 * @param from first day
 * @param until last one; null while none is known
 */
public record DatedRow<T>(T value, LocalDate from, LocalDate until, String source) {
    private static final int DATED = 3;

    /**
     * In the order of the file; lines that begin with # explain it, and the first other one names the columns.
     *
     * @param file of the class path
     * @param value from the cells before the last three
     */
    public static <T> List<DatedRow<T>> read(String file, Function<List<String>, T> value) {
        try (var in = new BufferedReader(
                new InputStreamReader(DatedRow.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return read(in, value);
        } catch (IOException e) {
            throw new IllegalStateException(file + " does not read", e);
        }
    }

    /**
     * As {@link #read}, a file of whoever runs the platform: blank lines say nothing.
     *
     * @param columns names of those before the last three: the first line has to have them all
     * @throws IllegalStateException with the file and the line that does not read
     */
    public static <T> List<DatedRow<T>> readFrom(Path file, List<String> columns, Function<List<String>, T> value) {
        var header = String.join(",", columns) + ",from,until,source";
        var rows = new ArrayList<DatedRow<T>>();
        var named = false;
        var number = 0;
        for (var line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!named && !line.equals(header)) {
                throw new IllegalStateException("%s, line %d: %s is expected".formatted(file, number, header));
            }
            if (named) {
                rows.add(read(file, number, line, columns.size() + DATED, value));
            }
            named = true;
        }
        if (!named) {
            throw new IllegalStateException("%s: %s is expected".formatted(file, header));
        }
        return List.copyOf(rows);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " does not read: is it there, and is it UTF-8?", e);
        }
    }

    private static <T> DatedRow<T> read(
            Path file, int number, String line, int cells, Function<List<String>, T> value) {
        try {
            var read = List.of(line.split(",", -1));
            if (read.size() != cells) {
                throw new IllegalArgumentException(cells + " columns are expected");
            }
            return of(read, value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException("%s, line %d: %s".formatted(file, number, e.getMessage()), e);
        }
    }

    private static <T> List<DatedRow<T>> read(BufferedReader in, Function<List<String>, T> value) {
        return in.lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> of(List.of(line.split(",", -1)), value))
                .toList();
    }

    private static <T> DatedRow<T> of(List<String> cells, Function<List<String>, T> value) {
        var last = cells.size() - DATED;
        var until = cells.get(last + 1);
        return new DatedRow<>(
                value.apply(cells.subList(0, last)),
                LocalDate.parse(cells.get(last)),
                until.isEmpty() ? null : LocalDate.parse(until),
                cells.get(last + 2));
    }

    /** Whether both hold on some day. */
    public boolean overlaps(DatedRow<?> other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
