package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.declare;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.texts;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.week;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.PatientFacts;
import fr.genereferral.hubdirectory.Placements.Desk;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.SlotMove;
import fr.genereferral.hubdirectory.SlotMove.Cause;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Past the inbox, which drops what it knows, and past the placement, which frees what is accepted alone. */
@ServiceTest
class SlotBookTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @Inject
    SlotBook slots;

    @Inject
    Transactions transactions;

    @Inject
    Directories directories;

    @Test
    void freesAPlaceOnce() throws Throwable {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        var first = accepted(therapy);
        free(first, Cause.CLOSED, NOW);
        var next = accepted(therapy);

        free(first, Cause.COMPLETED, NOW.plusSeconds(60));

        assertEquals("CLOSED " + NOW, ended(first));
        assertEquals("held", ended(next));
        assertEquals(weekOf(first), weekOf(next));
    }

    @Test
    void keepsAPlaceThatCareHasUsed() throws Throwable {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        var offer = accepted(therapy);

        free(offer, Cause.COMPLETED, Instant.now().plus(Duration.ofDays(8)));

        assertEquals("held", ended(offer));
    }

    @Test
    void takesAPlaceByTheClockUnderTheLock() throws Throwable {
        var therapy = givenBy(NANTES);
        declare(NANTES, therapy, 1).statusCode(201);
        var offer = UUID.fromString(
                Search.in("35").forTherapy(therapy).routed("OfferMade").offer());
        var child = new PatientFacts(LocalDate.of(2026, 7, 20), BigDecimal.TEN);

        keep(new SlotMove.Take(offer, NANTES, therapy, child), NOW.minus(Duration.ofDays(400)));

        assertEquals(week(NANTES, 0).monday(), weekOf(offer));
    }

    private static UUID accepted(String therapy) {
        var search = Search.in("35").forTherapy(therapy).routed("OfferMade");
        search.accept().statusCode(200);
        return UUID.fromString(search.offer());
    }

    private void free(UUID offer, Cause cause, Instant now) throws Throwable {
        keep(new SlotMove.Free(offer, NANTES, cause), now);
    }

    private void keep(SlotMove move, Instant now) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> directories
                .current()
                .chain(directory -> transactions.as(
                        Rights.platform(), session -> slots.keep(session, move, new Desk(directory, now)))));
    }

    private static LocalDate weekOf(UUID offer) throws SQLException {
        return LocalDate.parse(
                texts("select week from slot where offer_id = '" + offer + "'").get(0));
    }

    /** Why and when. */
    private static String ended(UUID offer) throws SQLException {
        return texts("select coalesce(freed_because || ' ' || to_char(freed_at at time zone 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), 'held') from slot where offer_id = '" + offer + "'")
                .get(0);
    }
}
