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

    /** @param taken whether the reader may know who is taken in, and who has said so */
    Uni<CapacityRepresentation> of(String id, boolean taken) {
        var today = today(id);
        return records.words(id, today).chain(words -> directories.current().map(directory -> {
            var hub = directory.hub(id).orElseThrow(Refused::notFound);
            var whole = CapacityRepresentation.of(hub, words, directory, today);
            return taken ? whole : whole.forOthers();
        }));
    }

    Uni<List<FreedSlots.Chance>> freed(String hub, Rights reader) {
        var today = today(hub);
        return records.freed(hub, reader, today).chain(freed -> directories
                .current()
                .map(directory ->
                        freed.chances(hub, today, directory.parametersOn(today).weeksAhead())));
    }
}
