package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;

/**
 * The only two clinical facts that choosing a hub needs.
 *
 * @param weightKg null while it is not known: a missing weight never keeps a hub out
 */
@Embeddable
public record PatientFacts(
        @Column(name = "birth_date") LocalDate birthDate,
        @Column(name = "weight_kg") BigDecimal weightKg) {

    int yearsOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    @Override
    public String toString() {
        return "PatientFacts[…]";
    }
}
