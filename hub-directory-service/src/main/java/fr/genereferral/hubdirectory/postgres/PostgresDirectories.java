package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The directory as one transaction reads it: hubs with what they may and can do anew each time, the geography as it is kept. */
@ApplicationScoped
class PostgresDirectories implements Directories {
    private final Transactions transactions;
    private final Geography geography;

    PostgresDirectories(Transactions transactions, Geography geography) {
        this.transactions = transactions;
        this.geography = geography;
    }

    @Override
    public Uni<Directory> current() {
        return transactions.as(Rights.national(), this::read);
    }

    Uni<Directory> read(Mutiny.Session session) {
        return geography.known(session).chain(known -> PostgresHubs.read(session)
                .chain(hubs -> CapacityRows.read(session)
                        .map(capacities -> new Directory(hubs, known.atlas(), known.parameters(), capacities))));
    }
}
