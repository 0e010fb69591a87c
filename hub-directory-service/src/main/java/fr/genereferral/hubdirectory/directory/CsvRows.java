package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.genereferral.hubdirectory.HubField;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.Pointers;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * An import as a file: UTF-8, a line with the names of the API's fields, commas or, as French spreadsheets write it,
 * semicolons. A column {@code therapy} makes it one of accreditations. An empty cell says nothing.
 */
final class CsvRows {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> OF_HUBS = Stream.concat(
                    Stream.of("id", "effectiveOn"),
                    Arrays.stream(HubField.values()).map(HubField::json))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> NUMBERS = Set.of("fromAgeYears", "underAgeYears", "fromWeightKg", "toWeightKg");
    private static final Set<String> YES_OR_NO = Set.of("open", "illustrative");
    private static final Set<String> LISTS = Arrays.stream(HubField.values())
            .filter(HubField::isList)
            .map(HubField::json)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OF_ACCREDITATIONS = Stream.concat(
                    NUMBERS.stream(),
                    Stream.of("hub", "therapy", "from", "endsOn", "endReason", "illustrative", "source"))
            .collect(Collectors.toUnmodifiableSet());

    private CsvRows() {}

    static ImportRows of(byte[] body) {
        try (var parser = parser(text(body))) {
            var columns = parser.getHeaderNames();
            var isOfAccreditations = columns.contains("therapy");
            checkKnown(columns, isOfAccreditations ? OF_ACCREDITATIONS : OF_HUBS);
            var rows = rows(parser, columns);
            return isOfAccreditations ? new ImportRows(List.of(), rows) : new ImportRows(rows, List.of());
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            // The parser's message would quote the file.
            throw Refused.because("FILE_MALFORMED");
        }
    }

    private static String text(byte[] body) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body == null ? new byte[0] : body))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static CSVParser parser(String text) throws IOException {
        var head = text.lines().findFirst().orElse("");
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(head.contains(";") && !head.contains(",") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get()
                .parse(new StringReader(text));
    }

    private static void checkKnown(List<String> columns, Set<String> known) {
        var unknown = columns.stream()
                .filter(column -> !known.contains(column))
                .map(column -> new Refused.Violation("/" + Pointers.escaped(column), "FIELD_UNKNOWN", null))
                .toList();
        if (columns.isEmpty()) {
            throw Refused.because("FILE_MALFORMED");
        }
        if (!unknown.isEmpty()) {
            throw Refused.invalid(unknown);
        }
    }

    private static List<ImportRows.Row> rows(CSVParser parser, List<String> columns) {
        var rows = new ArrayList<ImportRows.Row>();
        for (var record : parser) {
            if (rows.size() == ImportRows.MOST) {
                throw Refused.invalid(List.of(new Refused.Violation("", "TOO_LONG", "≤ " + ImportRows.MOST)));
            }
            // Where the row ends: a cell may hold a line break, and a spreadsheet leaves empty lines.
            var line = (int) parser.getCurrentLineNumber();
            rows.add(new ImportRows.Row(line, "/" + line, row(record, columns)));
        }
        return rows;
    }

    /** A row that has not a cell for each column is no row. */
    private static JsonNode row(CSVRecord record, List<String> columns) {
        if (!record.isConsistent()) {
            return JSON.nullNode();
        }
        var row = JSON.objectNode();
        for (var column : columns) {
            var cell = record.get(column);
            if (!cell.isEmpty()) {
                row.set(column, value(column, cell));
            }
        }
        return row;
    }

    /** What is not of the column's type stays a text, and is told so where every row is checked. */
    private static JsonNode value(String column, String cell) {
        if (LISTS.contains(column)) {
            var list = JSON.arrayNode();
            Arrays.stream(cell.split(" +")).forEach(list::add);
            return list;
        }
        if (YES_OR_NO.contains(column) && (cell.equals("true") || cell.equals("false"))) {
            return JSON.booleanNode(cell.equals("true"));
        }
        if (NUMBERS.contains(column) && cell.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
            return JSON.numberNode(new BigDecimal(cell));
        }
        return JSON.textNode(cell);
    }
}
