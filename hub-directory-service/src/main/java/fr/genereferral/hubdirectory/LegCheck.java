package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.Refused.Violation;
import fr.genereferral.hubdirectory.TravelTimes.NewLeg;
import fr.genereferral.hubdirectory.travel.TableLeg;
import fr.genereferral.hubdirectory.travel.TravelMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds new legs against what the directory knows.
 *
 * @param landmasses landmass of every place, département and hospital, by its code
 */
public record LegCheck(Map<String, String> landmasses, Map<Key, TableLeg> known, List<Violation> violations) {

    /** What makes a row of the table another one. */
    public record Key(String from, String to, TravelMode mode, LocalDate validFrom) {
        static Key of(TableLeg leg) {
            return new Key(leg.from(), leg.to(), leg.mode(), leg.validFrom());
        }
    }

    public static LegCheck against(Map<String, String> landmasses, List<TableLeg> table) {
        var known = new HashMap<Key, TableLeg>();
        table.forEach(leg -> known.put(Key.of(leg), leg));
        return new LegCheck(landmasses, known, new ArrayList<>());
    }

    /** Those that the table does not have yet; fails when anything is wrong with any of them. */
    public List<NewLeg> fresh(List<NewLeg> legs) {
        var lines = new HashMap<Key, Integer>();
        var fresh = new ArrayList<NewLeg>();
        for (var leg : legs) {
            var twin = lines.putIfAbsent(Key.of(leg.leg()), leg.line());
            if (twin != null) {
                wrong(leg, "from", "DUPLICATE", "≠ " + twin);
            }
            checkEnds(leg);
            if (!known.containsKey(Key.of(leg.leg()))) {
                fresh.add(leg);
            } else if (!isSame(known.get(Key.of(leg.leg())), leg.leg())) {
                // The older row stays what runs were made with.
                wrong(leg, "valid_from", "VALUE_NOT_ALLOWED", "≠ " + leg.leg().validFrom());
            }
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
        return fresh;
    }

    private void checkEnds(NewLeg leg) {
        var from = landmasses.get(leg.leg().from());
        var to = landmasses.get(leg.leg().to());
        if (from == null) {
            wrong(leg, "from", "VALUE_NOT_ALLOWED", null);
        }
        if (to == null || leg.leg().from().equals(leg.leg().to())) {
            wrong(leg, "to", "VALUE_NOT_ALLOWED", null);
        }
        if (leg.leg().mode() == TravelMode.ROAD && from != null && to != null && !from.equals(to)) {
            wrong(leg, "mode", "VALUE_NOT_ALLOWED", "RAIL, AIR, SEA");
        }
    }

    private static boolean isSame(TableLeg one, TableLeg other) {
        return one.minutes() == other.minutes()
                && one.boardingMinutes() == other.boardingMinutes()
                && one.alightingMinutes() == other.alightingMinutes()
                && Objects.equals(one.validFrom(), other.validFrom());
    }

    private void wrong(NewLeg leg, String column, String code, String expected) {
        violations.add(new Violation("/csv/" + leg.line() + "/" + column, code, expected));
    }
}
