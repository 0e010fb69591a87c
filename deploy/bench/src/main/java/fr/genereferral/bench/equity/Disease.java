package fr.genereferral.bench.equity;

import org.apache.commons.csv.CSVRecord;

/**
 * What children are referred for.
 *
 * @param oneInBirths one child among so many
 * @param daysBetweenStarts how often one hub can begin with a patient: assumed
 * @param mark whether the incidence is sourced or assumed
 */
record Disease(
        String therapy,
        String name,
        double oneInBirths,
        int ageYears,
        int daysBetweenStarts,
        String mark,
        String source) {

    static Disease of(CSVRecord row) {
        return new Disease(
                row.get("therapy"),
                row.get("disease"),
                Table.number(row, "one_in_births"),
                (int) Table.number(row, "age_years"),
                (int) Table.number(row, "days_between_starts"),
                row.get("incidence_mark"),
                row.get("incidence_source"));
    }

    String row() {
        return "%s | %s | 1 in %,.0f births | %s | one start each %d days (assumed) | %s"
                .formatted(therapy, name, oneInBirths, mark, daysBetweenStarts, source);
    }
}
