package fr.genereferral.e2e.load;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.e2e.support.Sample;
import fr.genereferral.local.LocalSystem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Invented children of several hospitals, all of whom will be offered to a hub. Two hospitals use the same key for children
 * of their own: a key belongs to its organisation.
 */
public final class Children {
    private static final Map<String, String> DEPARTEMENT_OF = Map.of(
            "750100208", "75",
            "350007084", "35",
            "2B0000012", "2B",
            "970300026", "973",
            "490000049", "49");
    private static final List<String> HOSPITALS =
            DEPARTEMENT_OF.keySet().stream().sorted().toList();

    private final LocalSystem system;
    private final ClientBook book;

    public Children(LocalSystem system, ClientBook book) {
        this.system = system;
        this.book = book;
    }

    /** Written into the book, not sent yet. */
    public List<Sent> refer(int count) {
        var run = UUID.randomUUID();
        return IntStream.range(0, count)
                .mapToObj(i -> refer(HOSPITALS.get(i % HOSPITALS.size()), run + "-" + i / 2))
                .toList();
    }

    private Sent refer(String hospital, String key) {
        var body = Sample.sma().livingIn(DEPARTEMENT_OF.get(hospital)).body().toString();
        return book.open(Organisation.hospital(system, hospital), key, body);
    }
}
