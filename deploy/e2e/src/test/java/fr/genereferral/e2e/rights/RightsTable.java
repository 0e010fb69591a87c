package fr.genereferral.e2e.rights;

import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of rights of one service: a line for each route and those who are treated alike there. */
final class RightsTable {
    /** Everybody that the table has to speak of, on every route of the API; {@code nobody} has no token. */
    static final Set<String> ROLES = Set.of(
            "nobody",
            "referrer",
            "hub_clinician",
            "hub_admin",
            "coordinator",
            "auditor",
            "rules_author",
            "rules_reviewer",
            "integrator");

    private static final int FIRST_CELL = 3;
    private static final String DOES_NOT_APPLY = "-";

    private final List<List<String>> lines;

    private RightsTable(List<List<String>> lines) {
        this.lines = lines;
    }

    static RightsTable of(ServiceSettings service) {
        var file = Checkout.here().root().resolve(service.module()).resolve("src/test/resources/rights.csv");
        try (var lines = Files.lines(file)) {
            return new RightsTable(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split(",")).map(String::strip).toList())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Trial> trials() {
        return lines.stream().skip(1).flatMap(this::trials).toList();
    }

    private Stream<Trial> trials(List<String> line) {
        var found = new ArrayList<Trial>();
        for (var role : line.get(2).split(" ")) {
            for (var column : Column.values()) {
                var cell = line.get(lines.get(0).indexOf(column.title()));
                if (!cell.equals(DOES_NOT_APPLY)) {
                    found.addAll(trials(line, role, column, Expected.read(cell), never(line)));
                }
            }
        }
        return found.stream();
    }

    private Expected never(List<String> line) {
        var cell = line.get(lines.get(0).indexOf(Column.NEVER.title()));
        return cell.equals(DOES_NOT_APPLY) ? null : Expected.read(cell);
    }

    /** Whoever is let in without an organisation finds what exists, and what never was no more than others do. */
    private static List<Trial> trials(
            List<String> line, String role, Column column, Expected expected, Expected never) {
        return column.places().stream()
                .flatMap(place -> column.things().stream().map(thing -> {
                    var unheardOf = thing == Column.Thing.NEVER && expected.isGranted() && never != null;
                    return new Trial(line.get(0), line.get(1), role, place, thing, unheardOf ? never : expected);
                }))
                .toList();
    }

    /** Routes of the API with somebody missing, named twice, or with an empty cell. */
    List<String> holes() {
        var holes = new ArrayList<String>();
        lines.stream()
                .filter(line -> line.size() != FIRST_CELL + Column.values().length)
                .forEach(line -> holes.add("not one cell a column: " + line));
        var api = lines.stream()
                .skip(1)
                .filter(line -> line.get(1).startsWith("/v1/"))
                .toList();
        api.stream().map(RightsTable::route).distinct().forEach(route -> {
            var named = api.stream()
                    .filter(line -> route(line).equals(route))
                    .flatMap(line -> Arrays.stream(line.get(2).split(" ")))
                    .toList();
            if (!new HashSet<>(named).equals(ROLES) || named.size() != ROLES.size()) {
                holes.add(route + " speaks of " + named);
            }
        });
        return holes;
    }

    private static String route(List<String> line) {
        return line.get(0) + " " + line.get(1);
    }
}
