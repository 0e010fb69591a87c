package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The places at a hub that became free again, or lie before those of children who have a later one, with the children who
 * wait for them.
 *
 * @param freed places that somebody has had, the last words on each
 * @param waiting children who are offered to the hub, or whom it has accepted
 */
public record FreedSlots(List<Slot> freed, List<Waiting> waiting) {

    /**
     * A child by pseudonymous ids.
     *
     * @param week of its place; null for one that is merely offered
     * @param since where its equity clock started
     */
    public record Waiting(
            UUID referral,
            UUID offer,
            String therapy,
            OfferState state,
            Week week,
            PatientFacts patient,
            Instant since) {
        private boolean waitsFor(Free place, LocalDate day) {
            return therapy.equals(place.therapy())
                    && (week == null || week.compareTo(place.week()) > 0)
                    && place.band().coversAge(patient, day)
                    && place.band().coversWeight(patient);
        }

        @Override
        public String toString() {
            return "Waiting[" + referral + "]";
        }
    }

    /**
     * A free place.
     *
     * @param band the bounds of the accreditation that it was taken under; open for one that nobody has had
     * @param freedAt null for one that nobody has had
     */
    public record Free(String therapy, Week week, int number, Band band, Instant freedAt) {}

    /** With the children who wait for it, oldest equity clock first. */
    public record Chance(Free place, List<Waiting> children) {
        private boolean isNews() {
            return place.freedAt() != null || children.stream().anyMatch(child -> child.week() != null);
        }
    }

    /** By therapy and week, the places in each by their number. */
    public List<Chance> chances(Capacities capacities, String hub, LocalDate day, int weeks) {
        return capacities.therapiesOf(hub).stream()
                .flatMap(therapy -> {
                    var plan = capacities.plan(hub, therapy);
                    return CapacityPlan.weeks(day, weeks).flatMap(week -> plan.freeIn(week).stream()
                            .map(n -> free(therapy, new Slot.Place(week, n))));
                })
                .map(place -> new Chance(place, waitingFor(place, day)))
                .filter(Chance::isNews)
                .toList();
    }

    private Free free(String therapy, Slot.Place place) {
        var before = freed.stream()
                .filter(slot -> slot.therapy().equals(therapy) && slot.place().equals(place))
                .max(Comparator.comparing(Slot::freedAt));
        return new Free(
                therapy,
                place.week(),
                place.number(),
                before.map(Slot::band).orElseGet(Band::open),
                before.map(Slot::freedAt).orElse(null));
    }

    private List<Waiting> waitingFor(Free place, LocalDate day) {
        return waiting.stream()
                .filter(child -> child.waitsFor(place, day))
                .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::referral))
                .toList();
    }
}
