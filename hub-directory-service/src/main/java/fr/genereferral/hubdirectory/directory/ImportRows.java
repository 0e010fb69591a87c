package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.hubdirectory.ImportFault;
import fr.genereferral.hubdirectory.ImportFile;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.BodyCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The rows of a file, however they were written: each is an object with the fields of the API, and is checked as a body is.
 */
record ImportRows(List<Row> hubs, List<Row> accreditations) {
    /** More than there are hubs in France, with their accreditations. */
    static final int MOST = 20_000;

    /**
     * One row.
     *
     * @param pointer to it, as a refusal names it
     */
    record Row(int line, String pointer, JsonNode fields) {}

    /**
     * What the rows say, and what is wrong with them by themselves.
     *
     * @param violations the same faults, as a refusal names them
     */
    record Read(int rows, ImportFile file, List<ImportFault> faults, List<Refused.Violation> violations) {}

    Read read(LocalDate today) {
        var faults = new ArrayList<ImportFault>();
        var violations = new ArrayList<Refused.Violation>();
        var file = new ImportFile(
                checked(hubs, (line, check) -> HubBodies.listed(line, check, today), faults, violations),
                checked(accreditations, AccreditationBodies::listed, faults, violations));
        return new Read(hubs.size() + accreditations.size(), file, List.copyOf(faults), List.copyOf(violations));
    }

    private static <T> List<T> checked(
            List<Row> rows,
            BiFunction<Integer, BodyCheck, T> check,
            List<ImportFault> faults,
            List<Refused.Violation> violations) {
        var good = new ArrayList<T>();
        for (var row : rows) {
            try {
                good.add(check.apply(row.line(), BodyCheck.of(row.fields())));
            } catch (Refused refused) {
                refused.violations().forEach(wrong -> {
                    faults.add(new ImportFault(row.line(), column(wrong.pointer()), wrong.code(), wrong.argument()));
                    violations.add(
                            new Refused.Violation(row.pointer() + wrong.pointer(), wrong.code(), wrong.argument()));
                });
            }
        }
        return good;
    }

    /** {@code /languages/1} is in the column of languages; a field may even have no name. */
    private static String column(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).split("/", 2)[0];
    }
}
