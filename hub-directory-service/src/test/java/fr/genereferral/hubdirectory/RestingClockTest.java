package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.PlacementBuilder.PATIENCE;
import static fr.genereferral.hubdirectory.PlacementBuilder.aPlacementFor;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.aRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The clock of an offer rests while its hub waits for the hospital; pressing here: 24 hours to answer, 24 at most to rest. */
class RestingClockTest {
    private static final Instant ASKED = NOW.plus(Duration.ofHours(6));

    private final PlacementBuilder builder =
            aPlacementFor(aRequest().livingIn("35").urgency(Urgency.PRESSING));
    private final Offer offer = builder.liveOffer();
    private final Placement placement = builder.build();

    @Test
    void goesOnWithWhatWasLeftWhenTheHospitalAnswers() {
        asks(1, ASKED);
        assertEquals(ASKED, offer.rest().since());
        assertEquals(ASKED.plus(Duration.ofHours(24 + 18)), offer.expiresAt(), "the latest that it may come to");

        told(0, ASKED.plus(Duration.ofHours(5)));

        assertNull(offer.rest().since());
        assertEquals(ASKED.plus(Duration.ofHours(5 + 18)), offer.expiresAt());
        assertEquals(Duration.ofHours(5).toMillis(), offer.rest().restedMillis());
    }

    @Test
    void isNoChangeOfThePlacementAndSaysNothing() {
        placement.takeEvents();
        var version = placement.version();

        asks(1, ASKED);
        told(0, ASKED.plusSeconds(60));

        assertEquals(version, placement.version());
        assertEquals(List.of(), placement.takeEvents());
    }

    @Test
    void expiresNobodyWhileItRests() {
        asks(1, ASKED);

        expire(ASKED.plus(Duration.ofHours(20)));
        assertTrue(offer.isOpen());

        told(0, ASKED.plus(Duration.ofHours(20)));
        expire(offer.expiresAt());
        assertEquals(OfferState.EXPIRED, offer.state());
    }

    @Test
    void runsOnWhenItHasRestedForAsLongAsItMay() {
        asks(1, ASKED);
        var latest = offer.expiresAt();

        assertFalse(offer.rest().isOn(ASKED.plus(Duration.ofHours(24))));
        told(0, ASKED.plus(Duration.ofHours(30)));

        assertEquals(latest, offer.expiresAt());
        expire(latest);
        assertEquals(OfferState.EXPIRED, offer.state());
    }

    @Test
    void restsNoLongerForASecondQuestionThanForTheFirst() {
        asks(1, ASKED);
        told(0, ASKED.plus(Duration.ofHours(2)));

        asks(1, ASKED.plus(Duration.ofHours(4)));
        assertEquals(ASKED.plus(Duration.ofHours(24)), offer.rest().until());
        assertEquals(ASKED.plus(Duration.ofHours(24 + 16)), offer.expiresAt());
        told(0, ASKED.plus(Duration.ofHours(10)));
        assertEquals(ASKED.plus(Duration.ofHours(26)), offer.expiresAt());

        asks(1, ASKED.plus(Duration.ofHours(25)));
        assertNull(offer.rest().since(), "the time to rest is over");
        assertEquals(ASKED.plus(Duration.ofHours(26)), offer.expiresAt());
        assertEquals(3, offer.rest().asked());
    }

    @Test
    void restsUntilTheLastOfSeveralIsAnswered() {
        asks(1, ASKED);
        asks(2, ASKED.plus(Duration.ofHours(1)));
        told(1, ASKED.plus(Duration.ofHours(2)));
        assertEquals(ASKED, offer.rest().since());

        told(0, ASKED.plus(Duration.ofHours(3)));

        assertEquals(ASKED.plus(Duration.ofHours(21)), offer.expiresAt());
        assertEquals(2, offer.rest().asked());
    }

    @Test
    void isNotTouchedByAnEndWithoutABeginning() {
        var deadline = offer.expiresAt();

        told(0, ASKED);

        assertEquals(deadline, offer.expiresAt());
        assertNull(offer.rest().since());
    }

    @Test
    void doesNotRestForAQuestionThatCameAfterTheTime() {
        var deadline = offer.expiresAt();

        asks(1, deadline);

        assertEquals(deadline, offer.expiresAt());
        assertNull(offer.rest().since());
        expire(deadline);
        assertEquals(OfferState.EXPIRED, offer.state());
    }

    /** The hub had asked in time; the news of it was on its way, and nobody had looked yet. */
    @Test
    void restsForAQuestionThatCameInTimeAndIsHeardLate() {
        placement.questioned(
                new OfferQuestion(offer.id(), true, 1, ASKED),
                builder.limits(),
                offer.expiresAt().plusSeconds(5));

        assertEquals(ASKED, offer.rest().since());
        expire(NOW.plus(Duration.ofHours(25)));
        assertTrue(offer.isOpen());
    }

    @Test
    void believesNoClockThatIsAheadOrBehind() {
        placement.questioned(
                new OfferQuestion(offer.id(), true, 1, ASKED.plus(Duration.ofDays(3))), builder.limits(), ASKED);
        assertEquals(ASKED, offer.rest().since());

        placement.questioned(
                new OfferQuestion(offer.id(), false, 0, ASKED.minus(Duration.ofDays(3))),
                builder.limits(),
                ASKED.plusSeconds(9));
        assertEquals(ASKED.plus(Duration.ofHours(18)), offer.expiresAt());
    }

    @Test
    void changesNothingOnceTheOfferHasEnded() {
        builder.declined(DeclineReason.NO_CAPACITY);
        var deadline = offer.expiresAt();
        var next = builder.liveOffer().expiresAt();

        asks(1, ASKED);
        placement.questioned(new OfferQuestion(UUID.randomUUID(), true, 1, ASKED), builder.limits(), ASKED);

        assertEquals(deadline, offer.expiresAt());
        assertEquals(Rest.none(), offer.rest());
        assertEquals(next, builder.liveOffer().expiresAt());
    }

    @Test
    void countsQuestionsAfterAYesAndMovesNoClock() {
        builder.accepted();
        var deadline = offer.expiresAt();

        asks(1, ASKED);

        assertEquals(1, offer.rest().open());
        assertNull(offer.rest().since());
        assertEquals(deadline, offer.expiresAt());
    }

    @Test
    void countsWorkingDaysWhereTheTimeDoes() {
        var routine = aPlacementFor(aRequest().livingIn("35"));
        var resting = routine.liveOffer();
        var limits = routine.limits();
        var asked = NOW.plus(Duration.ofHours(24));

        routine.build().questioned(new OfferQuestion(resting.id(), true, 1, asked), limits, asked);

        assertEquals(limits.restsUntil(Urgency.ROUTINE, asked), resting.rest().until());
        var told = asked.plus(Duration.ofHours(1));
        routine.build().questioned(new OfferQuestion(resting.id(), false, 0, told), limits, told);
        var left = Duration.ofHours(48);
        assertEquals(limits.resumed(Urgency.ROUTINE, told, left), resting.expiresAt());
    }

    private void asks(int open, Instant at) {
        placement.questioned(new OfferQuestion(offer.id(), true, open, at), builder.limits(), at);
    }

    private void told(int open, Instant at) {
        placement.questioned(new OfferQuestion(offer.id(), false, open, at), builder.limits(), at);
    }

    private void expire(Instant now) {
        placement.expire(builder.succession(), PATIENCE, now);
    }
}
