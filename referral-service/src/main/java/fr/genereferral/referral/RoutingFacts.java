package fr.genereferral.referral;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The few facts of the dossier that routing needs.
 *
 * @param residenceDepartement INSEE code; absent when unknown
 * @param followedBy hub that already follows the child; absent when none
 * @param weightKg latest known weight, kilograms, one decimal; absent when unknown
 */
@Embeddable
public record RoutingFacts(LocalDate birthDate, String residenceDepartement, String followedBy, BigDecimal weightKg) {

    /** Of a draft. */
    static RoutingFacts unknown() {
        return new RoutingFacts(null, null, null, null);
    }
}
