package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements.Desk;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.Routing;
import fr.genereferral.hubdirectory.RoutingRequest;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Successions;
import fr.genereferral.hubdirectory.Urgency;
import fr.genereferral.hubdirectory.WithdrawalCause;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What has come of one batch is written with a statement a table, and read as any other placement: field by field the same. */
@ServiceTest
class FreshPlacementsTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Map<UUID, MatchRun> runs = new HashMap<>();

    @Inject
    Transactions transactions;

    @Inject
    Directories directories;

    @Inject
    Successions successions;

    /** One was asked for, cancelled and asked for anew, and is to stop; of the other nothing is known that need not be. */
    @Test
    void areReadAsTheyWereWritten() throws Throwable {
        var directory = VertxContextSupport.subscribeAndAwait(() -> directories.current());
        var moved = Placement.of(UuidCreator.getTimeOrderedEpoch());
        route(moved, everything(moved), directory);
        moved.cancel(1, WithdrawalCause.NEW_VERDICT, now.plusSeconds(1));
        route(moved, nothing(moved, 2), directory);
        moved.stopWanted(true);
        var plain = Placement.of(UuidCreator.getTimeOrderedEpoch());
        route(plain, nothing(plain, 1), directory);

        var read = writtenAndRead(List.of(moved, plain));

        for (var placement : List.of(moved, plain)) {
            var same = read.get(placement.referralId());
            assertEquals(said(placement), said(same));
            assertEquals(requests(placement), requests(same));
            assertEquals(offers(placement), offers(same));
        }
        assertEquals(
                List.of(OfferState.WITHDRAWN, OfferState.OPEN),
                read.get(moved.referralId()).allOffers().stream()
                        .map(Offer::state)
                        .toList());
        assertTrue(read.get(moved.referralId()).isStopWanted());
        var stored = VertxContextSupport.subscribeAndAwait(
                () -> transactions.as(Rights.platform(), session -> MatchRunRow.runs(session, runs.keySet())));
        assertEquals(contents(runs), contents(stored));
    }

    private Map<UUID, Placement> writtenAndRead(List<Placement> fresh) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> transactions.as(Rights.platform(), session -> new FreshPlacements(fresh).write(session)));
        var ids = fresh.stream().map(Placement::referralId).toList();
        return VertxContextSupport.subscribeAndAwait(() -> transactions.as(
                        Rights.platform(), session -> StoredPlacements.of(session, PostgresPlacements.READ, ids)))
                .stream()
                .collect(Collectors.toMap(Placement::referralId, placement -> placement));
    }

    private void route(Placement placement, RoutingRequest request, Directory directory) {
        var occasion = new MatchRun.Occasion(UuidCreator.getTimeOrderedEpoch(), successions.today(), now);
        var run = MatchRun.of(request, directory, placement.refusals(), occasion);
        runs.put(run.id(), run);
        placement.route(request, successions.of(request, run, new Desk(directory, now)), now);
    }

    private RoutingRequest everything(Placement placement) {
        var known = aRequest()
                .of(placement.referralId().toString())
                .livingIn("35")
                .followedBy(NANTES)
                .preferring(NECKER)
                .declining(LYON)
                .weighing("5.800")
                .urgency(Urgency.PRESSING)
                .eligibleUntil(successions.today().plusDays(200))
                .build();
        var asked =
                new RoutingRequest.Asked("ONA-IV", 3, "NEEDS_INFO", List.of("aav9", "liver"), List.of("LATE_SCREEN"));
        return new RoutingRequest(
                known.referralId(),
                known.number(),
                asked,
                known.patient(),
                known.urgency(),
                known.eligibleUntil(),
                known.background(),
                known.clockStartedAt());
    }

    private static RoutingRequest nothing(Placement placement, int number) {
        return aRequest()
                .of(placement.referralId().toString())
                .number(number)
                .weighing(null)
                .build();
    }

    private static List<Object> said(Placement placement) {
        return List.of(placement.state(), placement.version(), placement.isStopWanted());
    }

    private static List<RoutingRequest> requests(Placement placement) {
        return placement.routings().stream()
                .sorted(Comparator.comparingInt(Routing::number))
                .map(Routing::request)
                .toList();
    }

    private static List<List<Object>> offers(Placement placement) {
        var offers = new ArrayList<List<Object>>();
        for (var offer : placement.allOffers()) {
            var fields = new ArrayList<Object>();
            fields.addAll(List.of(offer.id(), offer.matchRunId(), offer.routing(), offer.rank(), offer.therapy()));
            fields.addAll(List.of(offer.hub(), offer.urgency(), offer.state(), offer.illustrative(), offer.rest()));
            fields.addAll(List.of(offer.offeredAt(), offer.expiresAt(), offer.version()));
            fields.add(offer.endedAt());
            fields.add(offer.answeredBy());
            fields.add(offer.heard());
            fields.add(offer.declineReason());
            fields.add(offer.seenAt());
            fields.add(offer.acceptedAt());
            offers.add(fields);
        }
        return offers;
    }

    private static Map<UUID, String> contents(Map<UUID, MatchRun> runs) {
        return runs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> JsonColumn.write(entry.getValue())));
    }
}
