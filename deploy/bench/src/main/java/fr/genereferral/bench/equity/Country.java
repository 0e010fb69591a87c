package fr.genereferral.bench.equity;

import fr.genereferral.local.process.Checkout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** The départements with their births, and where the hospitals are: data files, no class of a service. */
record Country(List<Departement> departements, Map<String, Hospital> hospitals) {
    private static final Path DIRECTORY = Path.of("hub-directory-service/src/main/resources/directory");

    /** @param births another table in the place of ours: births counted, in the column of that name */
    static Country read(Optional<Path> births) {
        var counted = new HashMap<String, Double>();
        births.map(file -> Table.file(file, Country::births))
                .orElseGet(() -> Table.ours("population", Country::births))
                .forEach(counted::putAll);
        var folder = Checkout.here().root().resolve(DIRECTORY);
        var hospitals = new HashMap<String, Hospital>();
        Table.file(
                folder.resolve("hospitals.csv"),
                row -> hospitals.put(row.get("finess_et"), new Hospital(row.get("name"), point(row))));
        var departements = Table.file(folder.resolve("departements.csv"), row -> departement(row, counted));
        return new Country(departements, Map.copyOf(hospitals));
    }

    /** Counted births where there are any; else the population at its birth rate. */
    private static Map<String, Double> births(CSVRecord row) {
        var births = !row.isMapped("births") || row.get("births").isEmpty()
                ? Table.number(row, "population") * Table.number(row, "births_per_thousand") / 1000
                : Table.number(row, "births");
        return Map.of(row.get("code"), births);
    }

    private static Departement departement(CSVRecord row, Map<String, Double> births) {
        var code = row.get("code");
        if (!births.containsKey(code)) {
            throw new IllegalStateException("no births for the département " + code);
        }
        return new Departement(
                code, new Region(row.get("region"), row.get("region_name")), point(row), births.get(code));
    }

    private static Point point(CSVRecord row) {
        return new Point(Table.number(row, "lat"), Table.number(row, "lon"));
    }
}
