package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.Atlas;
import fr.genereferral.hubdirectory.travel.GeoPoint;
import fr.genereferral.hubdirectory.travel.Landmass;
import fr.genereferral.hubdirectory.travel.Place;
import fr.genereferral.hubdirectory.travel.TableLeg;
import fr.genereferral.hubdirectory.travel.TravelLimits;
import fr.genereferral.hubdirectory.travel.TravelMode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The seed data as the domain sees it, without a database. */
public final class DirectoryFixtures {
    public static final String NECKER = "750100208";
    public static final String TROUSSEAU = "750100109";
    public static final String NANTES = "440000271";
    public static final String MARSEILLE = "130804297";
    public static final String LYON = "690007539";
    public static final String BASTIA = "2B0000012";
    public static final String RENNES_SUD = "350007084";
    public static final String ROTHSCHILD = "750000549";
    public static final String MONTPELLIER = "340782085";

    private static final UrgencyBounds BOUNDS = new UrgencyBounds(7, 30, 6);
    private static final RestLimits REST = new RestLimits(5, 24, 4);
    private static final TravelLimits LIMITS = new TravelLimits(
            240, List.of(TravelMode.AIR, TravelMode.SEA), 120, List.of(TravelMode.AIR, TravelMode.SEA));
    private static final Map<String, String> LANDMASS_OF =
            rows("departements", row -> Map.entry(row.get("code"), row.get("landmass"))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<String, HubName> NAMES =
            rows("hospitals", row -> new HubName(row.get("finess_et"), row.get("name"), row.get("city"))).stream()
                    .collect(Collectors.toMap(HubName::id, name -> name));

    private DirectoryFixtures() {}

    /** Freshly read: hubs can be changed by a test. Nobody has told anything of what it can do. */
    public static Directory directory() {
        return directory(new Capacities(Map.of(), Map.of(), Map.of()));
    }

    public static Directory directory(Capacities capacities) {
        return new Directory(hubs(), atlas(), rows("routing_parameters", DirectoryFixtures::parameters), capacities);
    }

    public static Atlas atlas() {
        return new Atlas(
                rows("landmasses", DirectoryFixtures::landmass),
                rows("places", row -> place(row, "code", "name", row.get("landmass"))),
                rows("legs", DirectoryFixtures::leg),
                rows("departements", row -> place(row, "code", "seat", row.get("landmass"))),
                rows("hospitals", row -> place(row, "finess_et", "name", LANDMASS_OF.get(row.get("departement")))));
    }

    public static List<String> departements() {
        return rows("departements", row -> row.get("code"));
    }

    public static List<String> hospitals() {
        return rows("hospitals", row -> row.get("finess_et"));
    }

    public static Hub hub(Directory directory, String id) {
        return directory.hubs().stream()
                .filter(h -> h.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Hub> hubs() {
        var accreditations =
                rows("accreditations", row -> row).stream().collect(Collectors.groupingBy(row -> row.get("hub_id")));
        return rows("hubs", row -> {
            var hub = new Hub(
                    NAMES.get(row.get("id")),
                    HubKind.valueOf(row.get("kind")),
                    Boolean.parseBoolean(row.get("open")),
                    integer(row, "expected_wait_days"));
            accreditations
                    .getOrDefault(row.get("id"), List.of())
                    .forEach(granted -> hub.accredit(UUID.randomUUID(), grant(granted), "seed", Instant.EPOCH));
            return hub;
        });
    }

    private static Accreditation.Grant grant(CSVRecord row) {
        var band = new Band(
                integer(row, "from_age_years"),
                integer(row, "under_age_years"),
                decimal(row, "from_weight_kg"),
                decimal(row, "to_weight_kg"));
        return new Accreditation.Grant(
                row.get("therapy"), band, date(row), Boolean.parseBoolean(row.get("illustrative")), row.get("source"));
    }

    /** The first values, from another day on; those that are not in the seed are in a migration. */
    public static RoutingParameters parametersFrom(LocalDate day) {
        return new RoutingParameters(day, 60, 120, 3, 24, 4, 60, LIMITS, 12, BOUNDS, REST);
    }

    private static RoutingParameters parameters(CSVRecord row) {
        return new RoutingParameters(
                date(row),
                integer(row, "minutes_per_waiting_day"),
                integer(row, "minutes_off_if_followed"),
                integer(row, "routine_working_days"),
                integer(row, "pressing_hours"),
                integer(row, "critical_hours"),
                60,
                LIMITS,
                12,
                BOUNDS,
                REST);
    }

    private static Landmass landmass(CSVRecord row) {
        var percent = decimal(row, "road_factor").movePointRight(2).intValueExact();
        return new Landmass(row.get("code"), row.get("name"), percent, integer(row, "road_kmh"), date(row));
    }

    private static TableLeg leg(CSVRecord row) {
        return new TableLeg(
                row.get("from_place"),
                row.get("to_place"),
                TravelMode.valueOf(row.get("mode")),
                integer(row, "minutes"),
                integer(row, "boarding_minutes"),
                integer(row, "alighting_minutes"),
                date(row),
                null);
    }

    private static Place place(CSVRecord row, String code, String name, String landmass) {
        var point = new GeoPoint(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")));
        return new Place(row.get(code), row.get(name), landmass, point);
    }

    private static LocalDate date(CSVRecord row) {
        return LocalDate.parse(row.get("valid_from"));
    }

    private static Integer integer(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? null : Integer.valueOf(row.get(column));
    }

    private static BigDecimal decimal(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? null : new BigDecimal(row.get(column));
    }

    private static <T> List<T> rows(String file, Function<CSVRecord, T> read) {
        var stream = DirectoryFixtures.class.getResourceAsStream("/directory/" + file + ".csv");
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return format.parse(reader).stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
