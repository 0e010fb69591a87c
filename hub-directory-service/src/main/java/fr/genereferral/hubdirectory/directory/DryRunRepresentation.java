package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.FieldChange;
import fr.genereferral.hubdirectory.ImportFault;
import fr.genereferral.hubdirectory.ImportKind;
import fr.genereferral.hubdirectory.ImportPlan;
import fr.genereferral.hubdirectory.web.ProblemCatalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file would change, and every row that cannot be taken. */
@Schema(name = "ImportDryRun")
record DryRunRepresentation(int rows, List<Change> changes, List<ImportRepresentation.Fault> faults) {

    /**
     * One change.
     *
     * @param therapy absent when it is about the hub itself
     * @param effectiveOn since when it would be true
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportChange")
    record Change(
            int line,
            ImportKind kind,
            String hub,
            String therapy,
            LocalDate effectiveOn,
            List<HubHistoryResource.Field> fields) {

        static Change of(ImportPlan.Change change) {
            var event = change.entry().event();
            return new Change(
                    change.line(),
                    change.kind(),
                    event.hub(),
                    event.therapy(),
                    event.effectiveOn(),
                    change.entry().fields().stream().map(Change::field).toList());
        }

        private static HubHistoryResource.Field field(FieldChange change) {
            return HubHistoryResource.Field.from(change);
        }
    }

    /** @param inRows what is wrong with rows by themselves */
    static DryRunRepresentation of(int rows, ImportPlan plan, List<ImportFault> inRows, ProblemCatalogue texts) {
        var faults = Stream.concat(inRows.stream(), plan.faults().stream())
                .map(fault -> ImportRepresentation.Fault.of(fault, texts))
                .toList();
        return new DryRunRepresentation(
                rows, plan.changes().stream().map(Change::of).toList(), faults);
    }
}
