package fr.genereferral.hubdirectory.matrix;

import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Refused.Violation;
import fr.genereferral.hubdirectory.TravelTimes.NewLeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads legs from CSV and says at the end everything that is wrong with them, by line. French spreadsheets write
 * semicolons, and a byte order mark before the first column.
 */
final class LegTable {
    static final List<String> COLUMNS =
            List.of("from", "to", "mode", "minutes", "boarding", "alighting", "valid_from", "source");

    private static final int MOST_ROWS = 20_000;
    private final List<NewLeg> legs = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private LegTable() {}

    /** @throws Refused INVALID */
    static List<NewLeg> read(String csv) {
        var table = new LegTable();
        try (var parser = parser(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            table.read(parser);
        } catch (CSVException | UncheckedIOException e) {
            // A quote that is never closed; the parser's message would quote the text.
            table.violations.add(new Violation("/csv", "WRONG_FORMAT", "RFC 4180"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!table.violations.isEmpty()) {
            throw Refused.invalid(table.violations);
        }
        return table.legs;
    }

    private static CSVParser parser(String csv) throws IOException {
        var head = csv.lines().findFirst().orElse("");
        var delimiter = head.contains(";") && !head.contains(",") ? ';' : ',';
        return CSVParser.parse(
                csv, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
    }

    private void read(CSVParser parser) throws IOException {
        var rows = parser.iterator();
        if (!rows.hasNext() || !rows.next().toList().equals(COLUMNS)) {
            violations.add(new Violation("/csv/1", "WRONG_FORMAT", String.join(",", COLUMNS)));
            return;
        }
        while (rows.hasNext()) {
            if (legs.size() == MOST_ROWS) {
                violations.add(new Violation("/csv", "TOO_LONG", "≤ " + MOST_ROWS));
                return;
            }
            add(rows.next());
        }
    }

    private void add(CSVRecord row) {
        var line = (int) row.getRecordNumber();
        if (row.size() != COLUMNS.size()) {
            violations.add(new Violation("/csv/" + line, "WRONG_FORMAT", String.join(",", COLUMNS)));
            return;
        }
        var leg = new LegLine(row, "/csv/" + line, violations);
        legs.add(new NewLeg(line, leg.leg(), leg.source()));
    }
}
