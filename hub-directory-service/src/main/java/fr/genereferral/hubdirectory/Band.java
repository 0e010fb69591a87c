package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Whom an accreditation covers; null is no bound.
 *
 * @param fromAgeYears youngest age in completed years
 * @param underAgeYears first birthday that is too old
 * @param fromWeightKg lightest weight
 * @param toWeightKg heaviest weight
 */
@Embeddable
public record Band(
        @Column(name = "from_age_years") Integer fromAgeYears,
        @Column(name = "under_age_years") Integer underAgeYears,
        @Column(name = "from_weight_kg") BigDecimal fromWeightKg,
        @Column(name = "to_weight_kg") BigDecimal toWeightKg) {

    /** Everybody. */
    public static Band open() {
        return new Band(null, null, null, null);
    }

    /** These bounds, and the known ones where there is none. */
    Band over(Band known) {
        return new Band(
                fromAgeYears == null ? known.fromAgeYears : fromAgeYears,
                underAgeYears == null ? known.underAgeYears : underAgeYears,
                fromWeightKg == null ? known.fromWeightKg : fromWeightKg,
                toWeightKg == null ? known.toWeightKg : toWeightKg);
    }

    /** A slip of the pen: nobody is of an age between. */
    public boolean leavesNoAge() {
        return fromAgeYears != null && underAgeYears != null && fromAgeYears >= underAgeYears;
    }

    /** The same for the weights. */
    public boolean leavesNoWeight() {
        return fromWeightKg != null && toWeightKg != null && fromWeightKg.compareTo(toWeightKg) > 0;
    }

    /** Completed years. */
    Range ages() {
        return new Range(
                fromAgeYears == null ? null : BigDecimal.valueOf(fromAgeYears),
                underAgeYears == null ? null : BigDecimal.valueOf(underAgeYears - 1L));
    }

    /** Kilograms. */
    Range weights() {
        return new Range(fromWeightKg, toWeightKg);
    }

    boolean coversAge(PatientFacts patient, LocalDate day) {
        var years = patient.yearsOn(day);
        return (fromAgeYears == null || years >= fromAgeYears) && (underAgeYears == null || years < underAgeYears);
    }

    boolean coversWeight(PatientFacts patient) {
        var weight = patient.weightKg();
        return weight == null
                || ((fromWeightKg == null || weight.compareTo(fromWeightKg) >= 0)
                        && (toWeightKg == null || weight.compareTo(toWeightKg) <= 0));
    }
}
