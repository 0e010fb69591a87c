package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Statistics;
import fr.genereferral.referral.Statistics.Judged;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * Counts the children who have grown out of a therapy while they waited for a hub, from the judgements that were kept: whoever
 * works it out again comes to the same numbers.
 */
@ApplicationScoped
class CountingAgedOut {
    /** The running one among them. */
    private static final int YEARS = 3;

    private final Statistics statistics;
    private final ObjectMapper json;
    private final Clock clock;

    CountingAgedOut(Statistics statistics, ObjectMapper json, Clock clock) {
        this.statistics = statistics;
        this.json = json;
        this.clock = clock;
    }

    /** One child that has grown out of one therapy. */
    record Loss(UUID referralId, String therapy, LocalDate on) {}

    /** Of this year and the two before it. */
    Uni<List<Loss>> losses() {
        return losses(firstYear());
    }

    /** How many children have grown out of any therapy this year. */
    Uni<Long> childrenThisYear() {
        return losses(today().getYear())
                .map(losses -> losses.stream().map(Loss::referralId).distinct().count());
    }

    int firstYear() {
        return today().getYear() - YEARS + 1;
    }

    private Uni<List<Loss>> losses(int year) {
        var from = LocalDate.of(year, 1, 1);
        // Documents are large, and there may be many: not on the thread that answers everybody else.
        return statistics
                .judgedAgain(from)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(judged -> losses(judged, from));
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
