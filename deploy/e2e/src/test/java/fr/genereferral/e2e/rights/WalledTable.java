package fr.genereferral.e2e.rights;

import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A line of {@code tables.csv}: a table, and what stands before its rows. */
record WalledTable(String database, String name, boolean behind, boolean mayBeEmpty, boolean writtenOnce) {
    private static final String FILE = "e2e/src/test/resources/rights/tables.csv";
    /** The last says in words why no policy is forced upon a table. */
    private static final int COLUMNS = 6;

    static List<WalledTable> all() {
        try (var lines = Files.lines(Checkout.here().deploy(FILE))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(WalledTable::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WalledTable read(String line) {
        var cells = line.split(" *, *", COLUMNS);
        var behind = is("behind", "before", cells[2]);
        if (cells.length < COLUMNS || behind != cells[COLUMNS - 1].isBlank()) {
            throw new IllegalArgumentException("why is said of those before the wall, and of no other: " + line);
        }
        return new WalledTable(cells[0], cells[1], behind, is("may-be", "-", cells[3]), is("never", "-", cells[4]));
    }

    private static boolean is(String yes, String no, String cell) {
        if (!cell.equals(yes) && !cell.equals(no)) {
            throw new IllegalArgumentException(cell + " is neither " + yes + " nor " + no);
        }
        return cell.equals(yes);
    }

    static Set<String> names(String database, Predicate<WalledTable> wanted) {
        return all().stream()
                .filter(table -> table.database.equals(database) && wanted.test(table))
                .map(WalledTable::name)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return database + "." + name;
    }
}
