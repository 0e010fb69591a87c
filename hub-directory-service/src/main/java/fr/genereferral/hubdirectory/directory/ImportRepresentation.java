package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.ImportFault;
import fr.genereferral.hubdirectory.ImportState;
import fr.genereferral.hubdirectory.Imports;
import fr.genereferral.hubdirectory.web.ProblemCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an import is, and how it has ended.
 *
 * @param rows of the file
 * @param done how many of them; nothing of them is there before the state is DONE
 * @param changes how many it has made; absent before its end
 * @param code why it has failed
 * @param faults what the directory does not allow, by line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
record ImportRepresentation(
        UUID id,
        ImportState state,
        int rows,
        int done,
        Integer changes,
        String code,
        ProblemCatalogue.Text detail,
        List<Fault> faults,
        Instant startedAt,
        Instant endedAt) {

    /**
     * Why a row cannot be taken.
     *
     * @param column empty when it is about the whole row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportFault")
    record Fault(int line, String column, String code, ProblemCatalogue.Text detail, String expected) {

        static Fault of(ImportFault fault, ProblemCatalogue texts) {
            return new Fault(fault.line(), fault.column(), fault.code(), text(fault.code(), texts), fault.expected());
        }
    }

    static ImportRepresentation of(Imports.Job job, ProblemCatalogue texts) {
        if (job.end().isEmpty()) {
            return new ImportRepresentation(
                    job.id(),
                    ImportState.RUNNING,
                    job.rows(),
                    job.done(),
                    null,
                    null,
                    null,
                    List.of(),
                    job.startedAt(),
                    null);
        }
        var end = job.end().get();
        return new ImportRepresentation(
                job.id(),
                end.state(),
                job.rows(),
                end.state() == ImportState.DONE ? job.rows() : 0,
                end.changes(),
                end.code(),
                text(end.code(), texts),
                end.faults().stream().map(fault -> Fault.of(fault, texts)).toList(),
                job.startedAt(),
                end.at());
    }

    private static ProblemCatalogue.Text text(String code, ProblemCatalogue texts) {
        return code == null
                ? null
                : texts.find(code).map(ProblemCatalogue.Entry::detail).orElse(null);
    }
}
