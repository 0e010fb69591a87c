package fr.genereferral.referral;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
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

    /** As {@link #read}, a file of whoever runs the platform. */
    public static <T> List<DatedRow<T>> readFrom(Path file, Function<List<String>, T> value) {
        try (var in = Files.newBufferedReader(file)) {
            return read(in, value);
        } catch (IOException | IndexOutOfBoundsException | DateTimeException e) {
            throw new IllegalStateException(file + " does not read", e);
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

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
