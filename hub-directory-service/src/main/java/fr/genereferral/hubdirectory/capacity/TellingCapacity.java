package fr.genereferral.hubdirectory.capacity;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.CapacityRecords;
import fr.genereferral.hubdirectory.DeclaredCapacity;
import fr.genereferral.hubdirectory.EntryChange.Hand;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Pause;
import fr.genereferral.hubdirectory.PauseEnd;
import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A hub says what it can do, or that it rests; nothing that was promised to a child changes by it. */
@ApplicationScoped
class TellingCapacity {
    private final Hubs hubs;
    private final CapacityRecords records;

    TellingCapacity(Hubs hubs, CapacityRecords records) {
        this.hubs = hubs;
        this.records = records;
    }

    /**
     * On whose behalf.
     *
     * @param hub whose pauses may be ended; null for every hub's
     */
    record Errand(IdempotencyKey key, String hub, String by) {}

    /** Once for each key. */
    Uni<Hub> declare(String hub, DeclaredCapacity.Told told, Errand errand) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return hubs.changeOnce(hub, errand.key(), (found, now) -> {
            var hand = new Hand(errand.by(), now);
            found.tell(new DeclaredCapacity(id, hub, told, hand), hand);
        });
    }

    /** Once for each key; an end that is known already is a word of its own. */
    Uni<Hub> pause(String hub, Pause.Told told, Errand errand) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return hubs.changeOnce(hub, errand.key(), (found, now) -> {
            var hand = new Hand(errand.by(), now);
            var pause = new Pause(id, hub, told, hand);
            found.tell(pause, hand);
            if (told.until() != null) {
                found.tell(new PauseEnd(UuidCreator.getTimeOrderedEpoch(), pause, told.until(), hand), hand);
            }
        });
    }

    /** Once for each key; another hub's pause is not found. */
    Uni<Hub> end(UUID pause, LocalDate until, Errand errand) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return records.pause(pause).chain(known -> {
            if (errand.hub() != null && !errand.hub().equals(known.hub())) {
                throw Refused.notFound();
            }
            if (until.isBefore(known.effectiveOn())) {
                throw Refused.invalid(
                        List.of(new Refused.Violation("/until", "VALUE_OUT_OF_BOUNDS", "≥ " + known.effectiveOn())));
            }
            return hubs.changeOnce(known.hub(), errand.key(), (found, now) -> {
                var hand = new Hand(errand.by(), now);
                found.tell(new PauseEnd(id, known, until, hand), hand);
            });
        });
    }
}
