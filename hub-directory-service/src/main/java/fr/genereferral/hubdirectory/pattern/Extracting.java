package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.AnsweredOffers;
import fr.genereferral.hubdirectory.AnsweredOffers.Count;
import fr.genereferral.hubdirectory.AnsweredOffers.Counted;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.pattern.ExtractRepresentation.Line;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Makes of a year's answers what may be published: hubs and distances, and neither therapies nor places of children. */
@ApplicationScoped
class Extracting {
    private final AnsweredOffers offers;
    private final Texts texts;

    Extracting(AnsweredOffers offers, Texts texts) {
        this.offers = offers;
        this.texts = texts;
    }

    Uni<ExtractRepresentation> extract(Year year) {
        // Many small sums: not on the thread that answers everybody else.
        return offers.countOfYear(year)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(counted -> told(year, counted));
    }

    private ExtractRepresentation told(Year year, Counted counted) {
        var parameters = counted.parameters();
        return new ExtractRepresentation(
                year.getValue(),
                parameters.smallestCell(),
                parameters.nearUnderMinutes(),
                parameters.farFromMinutes(),
                parameters.source(),
                texts.cannotTell(),
                lines(counted.counts(), parameters.smallestCell()));
    }

    static List<Line> lines(List<Count> counts, int smallest) {
        var hubs = new LinkedHashMap<String, List<Count>>();
        counts.forEach(count ->
                hubs.computeIfAbsent(count.hub().id(), id -> new ArrayList<>()).add(count));
        return hubs.values().stream()
                .flatMap(hub -> lines(hub.get(0).hub(), new ExtractTable(hub, smallest)))
                .toList();
    }

    private static Stream<Line> lines(HubName hub, ExtractTable table) {
        return table.isTold() ? ExtractTable.ROWS.stream().map(row -> Line.of(hub, row, table)) : Stream.empty();
    }
}
