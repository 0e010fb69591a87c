package fr.genereferral.hubdirectory.histories;

import fr.genereferral.hubdirectory.Capacities;
import fr.genereferral.hubdirectory.CapacityPlan.Rate;
import fr.genereferral.hubdirectory.CapacityPlan.Rest;
import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.Week;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the hubs have told, and what it means day by day: found without the plan that the service finds it by. */
final class Told {
    /** Those whom the children are offered to. */
    private static final List<Capacities.Place> PLACES = Stream.concat(
                    Stream.of(
                                    DirectoryFixtures.NANTES,
                                    DirectoryFixtures.NECKER,
                                    DirectoryFixtures.TROUSSEAU,
                                    DirectoryFixtures.MARSEILLE)
                            .map(hub -> new Capacities.Place(hub, Child.OFTEN)),
                    Stream.of(DirectoryFixtures.MONTPELLIER, DirectoryFixtures.ROTHSCHILD)
                            .map(hub -> new Capacities.Place(hub, Child.SELDOM)))
            .toList();

    private static final int MOST_A_WEEK = 2;
    private static final int WEEKS = 104;
    private static final int DAYS = 7;

    private final Map<Capacities.Place, TreeMap<LocalDate, Integer>> words = new HashMap<>();
    private final Map<Capacities.Place, Rest> rests = new HashMap<>();

    /**
     * The first week in which a child may begin.
     *
     * @param known whether it is told how many may
     */
    record Opening(Week week, boolean known) {}

    /** So many a week; mostly from today on, now and then for days to come or gone by. */
    void tell(World world, Random chance) {
        var from = chance.nextInt(3) > 0 ? 0 : chance.nextInt(60) - 20;
        words.computeIfAbsent(any(chance), place -> new TreeMap<>())
                .put(world.today().plusDays(from), chance.nextInt(MOST_A_WEEK + 1));
    }

    /** Soon, and often without an end: few weeks are left. */
    void rest(World world, Random chance) {
        var from = world.today().plusDays(chance.nextInt(3 * DAYS));
        var until = chance.nextInt(3) == 0 ? null : from.plusDays(chance.nextInt(8 * DAYS));
        rests.put(anyOrAll(chance), new Rest(from, until));
    }

    void restEnds(World world, Random chance) {
        var place = anyOrAll(chance);
        rests.computeIfPresent(
                place, (at, rest) -> new Rest(rest.from(), world.today().plusDays(chance.nextInt(DAYS))));
    }

    private static Capacities.Place any(Random chance) {
        return PLACES.get(chance.nextInt(PLACES.size()));
    }

    /** One therapy of a hub, or the whole of it. */
    private static Capacities.Place anyOrAll(Random chance) {
        var place = any(chance);
        return chance.nextInt(4) > 0 ? place : new Capacities.Place(place.hub(), null);
    }

    /** As a transaction reads it. */
    Capacities capacities(Map<Capacities.Place, Map<Week, Set<Integer>>> taken) {
        return new Capacities(
                words.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, told -> rates(told.getValue()))),
                rests.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, told -> List.of(told.getValue()))),
                taken);
    }

    private static List<Rate> rates(Map<LocalDate, Integer> told) {
        return told.entrySet().stream()
                .map(word -> new Rate(word.getKey(), word.getValue()))
                .toList();
    }

    /** How many may begin in a week: none while the hub rests, or nobody knows. */
    int most(Capacities.Place place, Week week) {
        return rests(place, week) ? 0 : word(place, week).orElse(0);
    }

    /** Empty where a yes has to be refused. */
    Optional<Opening> opening(Capacities.Place place, LocalDate day, ToIntFunction<Week> held) {
        var coming = Week.onOrAfter(day);
        return IntStream.range(0, WEEKS)
                .mapToObj(coming::plus)
                .filter(week -> !rests(place, week))
                .map(week -> new Opening(week, word(place, week).isPresent()))
                .filter(opening -> !opening.known() || held.applyAsInt(opening.week()) < most(place, opening.week()))
                .findFirst();
    }

    /** The youngest word that counts on the week's last day. */
    private Optional<Integer> word(Capacities.Place place, Week week) {
        return Optional.ofNullable(words.get(place))
                .map(told -> told.floorEntry(week.monday().plusDays(DAYS - 1)))
                .map(Map.Entry::getValue);
    }

    private boolean rests(Capacities.Place place, Week week) {
        return Stream.of(place, new Capacities.Place(place.hub(), null))
                .map(rests::get)
                .anyMatch(rest -> rest != null && touches(rest, week.monday()));
    }

    /** Whether it has a day in that week. */
    private static boolean touches(Rest rest, LocalDate monday) {
        var first = rest.from().isAfter(monday) ? rest.from() : monday;
        return first.isBefore(monday.plusDays(DAYS)) && (rest.until() == null || first.isBefore(rest.until()));
    }
}
