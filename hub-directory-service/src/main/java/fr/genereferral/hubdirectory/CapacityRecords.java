package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Port to what was told of capacities, word by word. */
public interface CapacityRecords {
    /** Every word that holds in the week that comes on that day, or later. */
    Uni<Words> words(String hub, LocalDate day);

    /** Fails as not found when there is none such. */
    Uni<Pause> pause(UUID id);

    /** What became free at a hub and who waits there; fails as not found for a hub that the reader may not see. */
    Uni<FreedSlots> freed(String hub, Rights reader, LocalDate day);

    /**
     * What a hub has told.
     *
     * @param declared by therapy and day, of several for one day the last
     * @param pauses by their beginning
     */
    record Words(List<DeclaredCapacity> declared, List<KnownPause> pauses) {}

    /**
     * A pause.
     *
     * @param until the last word on its end; null while there is none
     */
    record KnownPause(Pause pause, LocalDate until) {}
}
