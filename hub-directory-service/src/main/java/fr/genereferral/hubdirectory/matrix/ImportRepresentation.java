package fr.genereferral.hubdirectory.matrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.TravelTimes.Brought;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has come of an import.
 *
 * @param id absent after a dry run
 * @param legs how many were sent
 * @param added how many of them the table did not have yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TravelImport")
record ImportRepresentation(UUID id, boolean dryRun, int legs, int added) {

    static ImportRepresentation of(Brought brought) {
        return new ImportRepresentation(brought.id(), brought.id() == null, brought.legs(), brought.added());
    }
}
