package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.genereferral.referral.AcceptanceTerms.Contact;
import fr.genereferral.referral.AcceptanceTerms.FirstAppointment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a hub has said with its yes, and for how long it holds. */
class AcceptanceTermsTest {
    private static final FirstAppointment DAY = new FirstAppointment(LocalDate.of(2026, 12, 7), null, null);
    private static final Contact DESK = new Contact("SECRETARIAT", "+33 4 00 00 00 00");

    @Test
    void nameWhatTheHospitalHasToActUpon() {
        assertEquals("FIRST_APPOINTMENT", new AcceptanceTerms(DAY, null, List.of(), List.of("IMAGING")).toActUpon());
        assertEquals("CONDITIONS", new AcceptanceTerms(null, DESK, List.of("ANY"), List.of()).toActUpon());
        assertEquals(
                "FIRST_APPOINTMENT_AND_CONDITIONS",
                new AcceptanceTerms(DAY, DESK, List.of("ANY"), List.of()).toActUpon());
        assertNull(new AcceptanceTerms(null, DESK, List.of(), List.of("IMAGING")).toActUpon());
    }

    @Test
    void holdForAsLongAsTheYesDoes() {
        var terms = new AcceptanceTerms(DAY, DESK, List.of(), List.of());
        var open = offerTo("130804297");
        var accepted = open.accepted(NOW, terms);

        assertEquals(Optional.empty(), open.standingTerms());
        assertEquals(Optional.of(terms), accepted.standingTerms());
        assertEquals(Optional.empty(), accepted.answered("WITHDRAWN", NOW, null).standingTerms());
        assertEquals(terms, accepted.answered("WITHDRAWN", NOW, null).terms(), "it was said all the same");
    }

    @Test
    void goWithTheLineThatSaysYes() {
        var offer = offerTo("130804297");
        var referral = ReferralFixtures.offered(offer);
        referral.takeChanges();

        new Placing(referral)
                .offerAccepted(
                        offer.offerId(), NOW, new AcceptanceTerms(DAY, null, List.of(), List.of()), DIRECTORY, NOW);

        var occasion = referral.takeChanges().get(0).occasion();
        assertEquals("OFFER_ACCEPTED FIRST_APPOINTMENT", occasion.what() + " " + occasion.reason());
        assertEquals(DAY, referral.offers().accepted().orElseThrow().terms().firstAppointment());
    }
}
