package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.referral.AcceptanceTerms;
import fr.genereferral.referral.AcceptanceTerms.Contact;
import fr.genereferral.referral.AcceptanceTerms.FirstAppointment;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Offers;
import fr.genereferral.referral.ReferralFixtures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offers as a column keeps them, and as it kept them before. */
class OffersColumnTest {
    private static final OffersColumn COLUMN = new OffersColumn();
    private static final Offer OPEN = ReferralFixtures.offerTo("130804297");

    @Test
    void readsARowFromBeforeHubsSaidMoreThanYes() {
        var offers = new Offers(List.of(OPEN), null);

        var before = COLUMN.convertToDatabaseColumn(offers).replace(",\"terms\":null", "");

        assertFalse(before.contains("terms"));
        assertEquals(offers, COLUMN.convertToEntityAttribute(before));
    }

    @Test
    void keepsWhatAYesComesWith() {
        var day = new FirstAppointment(null, LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 11));
        var desk = new Contact("SECRETARIAT", "+33 4 00 00 00 00");
        var offers = new Offers(
                List.of(accepted(new AcceptanceTerms(day, desk, List.of("WEIGHT_ON_ARRIVAL"), List.of()))), null);

        assertEquals(offers, COLUMN.convertToEntityAttribute(COLUMN.convertToDatabaseColumn(offers)));
    }

    private static Offer accepted(AcceptanceTerms terms) {
        return new Offer(
                OPEN.offerId(),
                OPEN.matchRunId(),
                OPEN.therapy(),
                OPEN.hub(),
                OPEN.rank(),
                OPEN.candidates(),
                OPEN.illustrative(),
                "ACCEPTED",
                OPEN.offeredAt(),
                OPEN.expiresAt(),
                null,
                OPEN.offeredAt(),
                null,
                OPEN.travel(),
                OPEN.cost(),
                OPEN.conditionalOn(),
                OPEN.next(),
                terms);
    }
}
