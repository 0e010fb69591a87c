package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.meeting;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.offered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Meeting.Decision;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hub lets go of a child at the instant at which its referral ends. */
class CrossingTest {
    private static final String MARSEILLE = "130804297";
    private static final Actor HUB = new Actor("subject", MARSEILLE, "hub_clinician");

    private final Offer offer = offerTo(MARSEILLE);
    private final Offer next = offerTo("750100208");
    private final Referral referral = offered(offer);
    private final Placing placing = new Placing(referral);
    private final InCharge inCharge = new InCharge(referral);

    /** How a referral ends that a hub has accepted. */
    enum End {
        CANCELLED {
            @Override
            void of(Referral referral) {
                referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
                new InCharge(referral).confirmCancellation(HUB, NOW);
            }
        },
        ENTERED_IN_ERROR {
            @Override
            void of(Referral referral) {
                referral.withdraw("ENTERED_IN_ERROR", BASTIA, NOW);
            }
        },
        COMPLETED {
            @Override
            void of(Referral referral) {
                var no = meeting("ONA-IV", Decision.NO_GO, Paris.dayOf(NOW), 1);
                new Deciding(referral).decided(no, Objections.none(), HUB, NOW);
                var outcome =
                        new Care.Ending(Care.Result.NOT_TREATED, Paris.dayOf(NOW), null, "OTHER_TREATMENT_PREFERRED");
                new InCharge(referral).reportOutcome(outcome, HUB, NOW);
            }
        };

        abstract void of(Referral referral);
    }

    @BeforeEach
    void accept() {
        placing.offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void movesNothingAfterTheEndAndLetsTheHubOut(End end) {
        end.of(referral);
        var version = referral.version();
        referral.takeChanges();
        referral.takeAccessChanges();

        giveBack();
        placing.offerMade(next, DIRECTORY, NOW);
        placing.offerSeen(next.offerId(), NOW, DIRECTORY, NOW);
        placing.offerExpired(next.offerId(), NOW, DIRECTORY, NOW);
        placing.offerDeclined(next.offerId(), NOW, "NO_CAPACITY", "NEXT_HUB", DIRECTORY, NOW);
        placing.noHubFound(null, DIRECTORY, NOW);

        assertEquals(ReferralStatus.valueOf(end.name()), referral.state());
        assertEquals(version, referral.version());
        assertEquals(List.of(), referral.takeChanges());
        assertEquals(List.of(new AccessChange(MARSEILLE, false, NOW)), referral.takeAccessChanges());
    }

    @ParameterizedTest
    @EnumSource(
            value = End.class,
            names = {"CANCELLED", "ENTERED_IN_ERROR"})
    void endsAfterTheHubHasLetGo(End end) {
        giveBack();
        placing.offerMade(next, DIRECTORY, NOW);
        referral.withdraw(end == End.CANCELLED ? "FAMILY_DECISION" : end.name(), BASTIA, NOW);
        placing.offerWithdrawn(next.offerId(), NOW, false, DIRECTORY, NOW);

        assertEquals(ReferralStatus.valueOf(end.name()), referral.state());
        assertTrue(inCharge.actionsOf(MARSEILLE).isEmpty());
    }

    private void giveBack() {
        var givenBack = new Placing.Release("OFFER_GIVEN_BACK", "CAPABILITY_LOST", true);
        placing.offerReleased(offer.offerId(), NOW, givenBack, DIRECTORY, NOW);
    }
}
