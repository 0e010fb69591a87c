package fr.genereferral.hubdirectory.capacity;

import fr.genereferral.hubdirectory.CapacityRecords;
import fr.genereferral.hubdirectory.Directories;
import fr.genereferral.hubdirectory.FreedSlots;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.SiteZone;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What a hub can do from today on, its own day. */
@ApplicationScoped
class ReadingCapacity {
    private final CapacityRecords records;
    private final Directories directories;
    private final Clock clock;

    ReadingCapacity(CapacityRecords records, Directories directories, Clock clock) {
        this.records = records;
        this.directories = directories;
        this.clock = clock;
    }

    LocalDate today(String hub) {
        return SiteZone.dayAt(hub, clock.instant());
    }

    /**
     * Fails as not found when there is no such hub.
     *
     * @param taken whether the reader may know who is taken in, and who has said so
     */
    Uni<CapacityRepresentation> of(String id, boolean taken) {
        var today = today(id);
        return directories.current().chain(directory -> {
            var hub = directory.hub(id).orElseThrow(Refused::notFound);
            return records.words(id, today)
                    .map(words -> CapacityRepresentation.of(hub, words, directory, today))
                    .map(whole -> taken ? whole : whole.forOthers());
        });
    }

    /** Fails as not found when there is no such hub, or none for this reader. */
    Uni<List<FreedSlots.Chance>> freed(String id, Rights reader) {
        var today = today(id);
        return directories.current().chain(directory -> {
            var hub = directory.hub(id).orElseThrow(Refused::notFound);
            var weeks = directory.parametersOn(today).weeksAhead();
            // What is free is read before what was freed: a place that is freed between the two is not shown yet.
            return records.freed(hub.id(), reader, today)
                    .map(freed -> freed.chances(directory.capacities(), hub.id(), today, weeks));
        });
    }
}
