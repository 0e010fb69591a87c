package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Capacities;
import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Placements.Desk;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The directory as one transaction finds it. Every decision asks for it and few change it: what was read is kept until a
 * row of it has changed. Whoever asks only reads: the hubs are those of all who ask.
 */
@ApplicationScoped
class PostgresDirectories implements Directories {
    private final Transactions transactions;
    private final Geography geography;
    private final Kept<List<Hub>> hubs = new Kept<>();
    private final Kept<Capacities> capacities = new Kept<>();

    PostgresDirectories(Transactions transactions, Geography geography) {
        this.transactions = transactions;
        this.geography = geography;
    }

    @Override
    public Uni<Directory> current() {
        return transactions.as(Rights.national(), this::read);
    }

    Uni<Directory> read(Mutiny.Session session) {
        return desk(session).map(Desk::directory);
    }

    /** What is decided by; as a rule once the rows that it is decided of are locked. */
    Uni<Desk> desk(Mutiny.Session session) {
        return DirectoryMarks.of(session).chain(marks -> geography
                .known(session, marks.geography())
                .chain(known -> hubs.under(marks.hubs(), () -> detached(session))
                        .chain(read -> capacities
                                .under(marks.capacities(), () -> CapacityRows.read(session))
                                .map(can -> new Directory(read, known.atlas(), known.parameters(), can))))
                .map(directory -> new Desk(directory, marks.seenAt())));
    }

    /** The session forgets them: what it kept it would neither read again nor leave as it is. */
    private static Uni<List<Hub>> detached(Mutiny.Session session) {
        return PostgresHubs.read(session)
                .invoke(hubs -> hubs.forEach(hub -> {
                    hub.accreditations().forEach(session::detach);
                    session.detach(hub);
                }));
    }
}
