package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of the directory is never older than what the database holds. */
@ServiceTest
class PostgresDirectoriesTest {
    private static final String RENAMED = "update hub set city = '%s' where id = '" + NANTES + "'";

    @Inject
    PostgresDirectories directories;

    @Inject
    Transactions transactions;

    @AfterEach
    void nantesIsInNantes() {
        elsewhere(RENAMED.formatted("Nantes"));
    }

    @Test
    void isReadOnceWhileNothingChanges() throws Throwable {
        var first = current();

        var second = current();

        assertSame(first.hubs(), second.hubs());
        assertSame(first.capacities(), second.capacities());
        assertSame(first.atlas(), second.atlas());
    }

    @Test
    void seesAtOnceWhatAnotherInstanceHasChanged() throws Throwable {
        var before = current();
        elsewhere(RENAMED.formatted("Saint-Herblain"));

        var after = current();

        assertEquals("Saint-Herblain", city(after));
        assertNotEquals("Saint-Herblain", city(before));
        assertSame(before.capacities(), after.capacities());
    }

    @Test
    void seesAtOnceWhatIsGrantedToldAndTaken() throws Throwable {
        var before = current();
        var therapy = givenBy(NANTES);
        var granted = current();
        declare(NANTES, therapy, 3).statusCode(201);
        var told = current();
        Search.in("44").forTherapy(therapy).routed("OfferMade").accept().statusCode(200);
        var taken = current();

        assertFalse(isGiven(nantes(before), therapy));
        assertTrue(isGiven(nantes(granted), therapy));
        assertFalse(granted.capacities().therapiesOf(NANTES).contains(therapy));
        assertTrue(told.capacities().therapiesOf(NANTES).contains(therapy));
        assertNotEquals(
                told.capacities().plan(NANTES, therapy), taken.capacities().plan(NANTES, therapy));
    }

    @Test
    void seesEachOfTheChangesOfItsOwnTransaction() throws Throwable {
        var seen = VertxContextSupport.subscribeAndAwait(
                () -> transactions.as(Rights.platform(), session -> renamed(session, "Rezé")
                        .chain(first -> renamed(session, "Orvault").map(second -> city(first) + ", " + city(second)))));

        assertEquals("Rezé, Orvault", seen);
        assertEquals("Orvault", city(current()));
    }

    @Test
    void seesWhatOthersHaveChangedSinceItAskedFirst() throws Throwable {
        elsewhere(RENAMED.formatted("Rezé"));

        var second =
                VertxContextSupport.subscribeAndAwait(() -> transactions.as(Rights.platform(), session -> directories
                        .read(session)
                        .invoke(first -> elsewhere(RENAMED.formatted("Orvault")))
                        .chain(first -> directories.read(session))));

        assertEquals("Orvault", city(second));
        assertEquals("Orvault", city(current()));
    }

    @Test
    void keepsNothingOfATransactionThatEndsInVain() throws Throwable {
        var before = city(current());

        assertThrows(
                IllegalStateException.class,
                () -> VertxContextSupport.subscribeAndAwait(() -> transactions.as(
                        Rights.platform(), session -> renamed(session, "Rezé").invoke(read -> {
                            throw new IllegalStateException(city(read));
                        }))));

        assertEquals(before, city(current()));
        elsewhere(RENAMED.formatted("Orvault"));
        assertEquals("Orvault", city(current()));
    }

    private Uni<Directory> renamed(Mutiny.Session session, String city) {
        return session.createNativeQuery(RENAMED.formatted(city))
                .executeUpdate()
                .chain(() -> directories.read(session));
    }

    private Directory current() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(directories::current);
    }

    private static void elsewhere(String sql) {
        try (var session = LocalServers.asServiceFor("platform");
                var statement = session.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Hub nantes(Directory directory) {
        return directory.hub(NANTES).orElseThrow();
    }

    private static String city(Directory directory) {
        return nantes(directory).hubName().city();
    }

    private static boolean isGiven(Hub hub, String therapy) {
        return hub.accreditations().stream().anyMatch(a -> a.therapy().equals(therapy));
    }
}
