package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hub has of an offer: its turn, its yes, and what it was told. */
class OfferStateTest {

    @ParameterizedTest
    @EnumSource
    void isHeldWhileTheHubIsAskedOrIsResponsible(PlacementState placement) {
        var held = placement == PlacementState.ACCEPTED
                ? Set.of(OfferState.OPEN, OfferState.ACCEPTED)
                : Set.of(OfferState.OPEN);

        assertEquals(held, those(state -> state.isHeld(placement)));
    }

    @ParameterizedTest
    @EnumSource
    void bindsTheHubThatHasAcceptedAsLongAsTheReferralGoesOn(PlacementState placement) {
        var binding = placement == PlacementState.ACCEPTED ? Set.of(OfferState.ACCEPTED) : Set.of();

        assertEquals(binding, those(state -> state.isBinding(placement)));
    }

    @ParameterizedTest
    @EnumSource
    void standsUntilItHasComeToNothing(OfferState state) {
        var stands = state == OfferState.ACCEPTED || !state.next().isEmpty();

        assertEquals(stands, state.stands());
    }

    private static Set<OfferState> those(Predicate<OfferState> asked) {
        var found = EnumSet.allOf(OfferState.class);
        found.removeIf(asked.negate());
        return found;
    }
}
