package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.TableLeg;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Port to the dated table of legs: rows are added, none is changed or deleted. */
public interface TravelTimes {

    /**
     * Adds what is not there yet, all or nothing; fails with everything that is wrong, line by line.
     *
     * @return for a key that came before, what was answered then
     */
    Uni<Brought> bring(List<NewLeg> legs, Errand errand);

    /**
     * A leg as somebody sends it.
     *
     * @param line where it stood in what was sent
     */
    record NewLeg(int line, TableLeg leg, String source) {}

    /**
     * On whose behalf, and whether in earnest.
     *
     * @param by subject of the person
     * @param dryRun everything is looked at, nothing is stored
     */
    record Errand(IdempotencyKey key, String by, boolean dryRun) {}

    /**
     * What has come of it.
     *
     * @param id null after a dry run
     * @param added how many of the legs were new
     */
    record Brought(UUID id, int legs, int added) {}
}
