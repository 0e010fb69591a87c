package fr.genereferral.bench.equity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the CSV files that the simulation stands on; the first line names the columns. */
final class Table {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Table() {}

    /** A file of this module. */
    static <T> List<T> ours(String name, Function<CSVRecord, T> read) {
        var stream = Table.class.getResourceAsStream("/equity/" + name + ".csv");
        return rows(new InputStreamReader(stream, StandardCharsets.UTF_8), read);
    }

    static <T> List<T> file(Path file, Function<CSVRecord, T> read) {
        try {
            return rows(Files.newBufferedReader(file), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> rows(Reader text, Function<CSVRecord, T> read) {
        try (text) {
            return FORMAT.parse(text).stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
