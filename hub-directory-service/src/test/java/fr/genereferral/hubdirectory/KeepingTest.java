package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Colleagues of a hub tell each other who reads a file. */
class KeepingTest {
    private static final Keeper ANNE = Keeper.user("anne");
    private static final Keeper PROFESSOR = Keeper.professional("99700218896");

    private final Keeping nobodys = new Keeping(UUID.randomUUID(), NANTES, true, List.of());

    @Test
    void isNobodysUntilSomebodyClaimsIt() {
        assertEquals(Optional.empty(), nobodys.keeper());

        var claimed = nobodys.claim(hand("anne")).orElseThrow();

        assertEquals(1, claimed.number());
        assertEquals(KeeperMove.CLAIMED, claimed.move());
        assertEquals(Optional.empty(), claimed.from());
        assertEquals(Optional.of(ANNE), nobodys.with(claimed).keeper());
    }

    @Test
    void isTakenOverByASecondPersonAndSaysFromWhom() {
        var hers = nobodys.with(nobodys.claim(hand("anne")).orElseThrow());

        var taken = hers.claim(hand("bruno")).orElseThrow();

        assertEquals(Optional.of(ANNE), taken.from());
        assertEquals(Optional.of(Keeper.user("bruno")), hers.with(taken).keeper());
        assertEquals(
                List.of(2, 1),
                hers.with(taken).changes().stream().map(KeeperChange::number).toList());
    }

    @Test
    void notesNothingWhenItIsSoAlready() {
        var hers = nobodys.with(nobodys.claim(hand("anne")).orElseThrow());
        var handed = hers.with(
                hers.handOver(PROFESSOR, HandoverReason.OTHER, hand("anne")).orElseThrow());

        assertEquals(Optional.empty(), hers.claim(hand("anne")));
        assertEquals(Optional.empty(), handed.handOver(PROFESSOR, HandoverReason.ABSENCE, hand("bruno")));
    }

    @Test
    void isHandedOverByAnyColleagueWithAReason() {
        var hers = nobodys.with(nobodys.claim(hand("anne")).orElseThrow());

        var handed = hers.handOver(PROFESSOR, HandoverReason.END_OF_DUTY, hand("bruno"))
                .orElseThrow();

        assertEquals(Optional.of(ANNE), handed.from());
        assertEquals(Optional.of(PROFESSOR), handed.to());
        assertEquals(Optional.of(HandoverReason.END_OF_DUTY), handed.reason());
        assertEquals("bruno", handed.madeBy());
    }

    @Test
    void isFreeAgainOnceAndThenThereIsNothingToRelease() {
        var hers = nobodys.with(nobodys.claim(hand("anne")).orElseThrow());

        var free = hers.with(hers.release(hand("bruno")));

        assertEquals(Optional.empty(), free.keeper());
        assertEquals(Optional.of(ANNE), free.changes().get(0).from());
        var refused = assertThrows(Refused.class, () -> free.release(hand("bruno")));
        assertEquals("NOT_IN_HAND", refused.code());
        assertEquals(List.of("CLAIM", "HAND_OVER"), refused.actions());
    }

    @Test
    void isNobodysBusinessOnceTheOfferHasEnded() {
        var hers = nobodys.with(nobodys.claim(hand("anne")).orElseThrow());
        var ended = new Keeping(hers.offer(), hers.hub(), false, hers.changes());

        for (var refused : List.of(
                assertThrows(Refused.class, () -> ended.claim(hand("bruno"))),
                assertThrows(Refused.class, () -> ended.release(hand("anne"))),
                assertThrows(Refused.class, () -> ended.handOver(PROFESSOR, HandoverReason.OTHER, hand("anne"))))) {
            assertEquals("OFFER_ENDED", refused.code());
            assertEquals(List.of(), refused.actions());
        }
        assertEquals(Optional.of(ANNE), ended.keeper(), "who had it stays known");
    }

    private static KeeperChange.Hand hand(String by) {
        return new KeeperChange.Hand(UUID.randomUUID(), by, NOW);
    }
}
