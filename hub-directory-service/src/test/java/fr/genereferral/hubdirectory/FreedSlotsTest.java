package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.FreedSlots.Waiting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreedSlotsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Week NOW = Week.onOrAfter(TODAY);
    private static final Instant EARLY = Instant.parse("2026-10-01T08:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void showsAPlaceBeforeThatOfAChildWhoHasALaterOne() {
        var child = waiting(1, NOW.plus(1), "5", EARLY);

        var chances = chances(Set.of(), 12, child);

        assertEquals(List.of(NOW), chances.stream().map(c -> c.place().week()).toList());
        assertEquals(List.of(child), chances.get(0).children());
    }

    @Test
    void isSilentWhereNobodyHasHadThePlaceAndNobodyHasALaterOne() {
        assertEquals(List.of(), chances(Set.of(), 12, waiting(1, null, "5", EARLY)));
    }

    @Test
    void ordersByTheEquityClock() {
        var younger = waiting(1, NOW.plus(2), "5", LATE);
        var older = waiting(2, null, "5", EARLY);

        var chances = chances(Set.of(), 1, younger, older);

        assertEquals(List.of(older, younger), chances.get(0).children());
    }

    @Test
    void namesThoseAloneWhoLieWithinTheBoundsThatThePlaceWasTakenUnder() {
        var light = waiting(1, NOW.plus(2), "5", EARLY);
        var heavy = waiting(2, NOW.plus(2), "14", EARLY);
        var slot = new Slot(
                new SlotMove.Take(new UUID(0, 9), "H", "T-1", light.patient()),
                new Slot.Place(NOW, 1),
                new Band(null, null, null, new BigDecimal("13.5")),
                EARLY);

        var chances = new FreedSlots(List.of(slot), List.of(light, heavy)).chances(capacities(Set.of()), "H", TODAY, 1);

        assertEquals(List.of(light), chances.get(0).children());
    }

    @Test
    void namesNobodyForAPlaceThatIsTakenAgain() {
        assertEquals(List.of(), chances(Set.of(1), 1, waiting(1, NOW.plus(1), "5", EARLY)));
    }

    private static List<FreedSlots.Chance> chances(Set<Integer> taken, int weeks, Waiting... waiting) {
        return new FreedSlots(List.of(), List.of(waiting)).chances(capacities(taken), "H", TODAY, weeks);
    }

    private static Capacities capacities(Set<Integer> taken) {
        var place = new Capacities.Place("H", "T-1");
        return new Capacities(
                Map.of(place, List.of(new CapacityPlan.Rate(TODAY.minusDays(9), 1))),
                Map.of(),
                Map.of(place, Map.of(NOW, taken, NOW.plus(1), Set.of(1), NOW.plus(2), Set.of(1))));
    }

    private static Waiting waiting(long id, Week week, String kilograms, Instant since) {
        var patient = new PatientFacts(TODAY.minusMonths(4), new BigDecimal(kilograms));
        var state = week == null ? OfferState.OPEN : OfferState.ACCEPTED;
        return new Waiting(new UUID(1, id), new UUID(2, id), "T-1", state, week, patient, since);
    }
}
