package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Statistics;
import fr.genereferral.referral.Statistics.Judged;
import fr.genereferral.referral.rounds.Rounds;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts the children who have grown out of a therapy while they waited for a hub, from the judgements that were kept: whoever
 * works it out again comes to the same numbers.
 */
@ApplicationScoped
class CountingAgedOut {
    /** The running one among them. */
    private static final int YEARS = 3;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Statistics statistics;
    private final StatisticsConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    CountingAgedOut(Statistics statistics, StatisticsConfig config, ObjectMapper json, Clock clock) {
        this.statistics = statistics;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** One child that has grown out of one therapy. */
    record Loss(UUID referralId, String therapy, LocalDate on) {}

    /** Of this year and the two before it. */
    Uni<List<Loss>> losses() {
        return losses(today().getYear() - YEARS + 1);
    }

    /**
     * A page after the other, read where everybody is answered and judged where nobody waits: documents are large, and many.
     */
    private Uni<List<Loss>> losses(int year) {
        var from = LocalDate.of(year, 1, 1);
        var context = Vertx.currentContext();
        var found = new ArrayList<Loss>();
        var last = new AtomicReference<>(NOBODY);
        return Rounds.asLongAs(() -> statistics
                        .judgedAgain(from, last.get(), config.page())
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(page -> {
                            found.addAll(losses(page, from));
                            if (page.isEmpty()) {
                                return false;
                            }
                            last.set(page.get(page.size() - 1).referralId());
                            return true;
                        })
                        .emitOn(task -> context.runOnContext(now -> task.run())))
                .replaceWith(found);
    }

    private List<Loss> losses(List<Judged> judged, LocalDate from) {
        var children = new LinkedHashMap<UUID, GrowingOut>();
        for (var one : judged) {
            children.computeIfAbsent(one.referralId(), id -> new GrowingOut())
                    .judged(read(one.document()), one.on(), one.held());
        }
        var losses = new ArrayList<Loss>();
        children.forEach((id, child) -> child.closed().forEach((therapy, on) -> {
            if (!on.isBefore(from)) {
                losses.add(new Loss(id, therapy, on));
            }
        }));
        return losses;
    }

    private JsonNode read(Document document) {
        try {
            return json.readTree(document.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment does not parse", e);
        }
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }
}
