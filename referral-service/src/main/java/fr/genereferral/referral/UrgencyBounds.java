package fr.genereferral.referral;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * When a child becomes pressing: dated data ({@code urgency-bounds.csv}) with their sources. hub-directory-service has the same,
 * for it derives anew on the day of each offer.
 *
 * @param criticalDays eligibility that ends within so many days is critical
 * @param pressingDays and within so many pressing
 * @param newbornWeeks a child under so many weeks is pressing
 */
record UrgencyBounds(int criticalDays, int pressingDays, int newbornWeeks) {
    private static final List<DatedRow<UrgencyBounds>> ALL = DatedRow.read("/urgency-bounds.csv", UrgencyBounds::of);

    private static UrgencyBounds of(List<String> cells) {
        return new UrgencyBounds(
                Integer.parseInt(cells.get(0)), Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2)));
    }

    /** @throws IllegalStateException when none are set for that day */
    static UrgencyBounds on(LocalDate day) {
        return find(day).orElseThrow(() -> new IllegalStateException("no bounds of urgency are set on " + day));
    }

    /** Empty when none are set for that day. */
    static Optional<UrgencyBounds> find(LocalDate day) {
        return ALL.stream().filter(row -> row.holdsOn(day)).map(DatedRow::value).findFirst();
    }

    Urgency urgency(LocalDate birthDate, LocalDate eligibleUntil, LocalDate today) {
        var daysLeft = eligibleUntil == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, eligibleUntil);
        if (daysLeft <= criticalDays) {
            return Urgency.CRITICAL;
        }
        var newborn = ChronoUnit.WEEKS.between(birthDate, today) < newbornWeeks;
        return newborn || daysLeft <= pressingDays ? Urgency.PRESSING : Urgency.ROUTINE;
    }
}
