package fr.genereferral.referral;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.submitted;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.AttachedDocument.Removal;
import fr.genereferral.referral.AttachedDocument.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a hospital may attach, and what stands there already. */
class HeldDocumentsTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final Actor ELSEWHERE = new Actor("subject", "490000049", "referrer");

    private final Referral referral = submitted("ONA-IV");

    @Test
    void keepsWhatIsNew() {
        assertEquals(Optional.empty(), held(document("k1", "one", NOW)).instead(document("k2", "two", NOW)));
    }

    @Test
    void knowsARequestByItsKeyForADay() {
        var first = document("k1", "one", NOW);

        assertEquals(Optional.of(first), held(first).instead(document("k1", "one", NOW.plusSeconds(60))));
        assertEquals(Optional.empty(), held(first).instead(document("k1", "two", NOW.plus(Duration.ofDays(1)))));
        assertEquals("IDEMPOTENCY_KEY_REUSED", code(() -> held(first).instead(document("k1", "two", NOW))));
    }

    @Test
    void knowsAContentUnlessItWasTakenBack() {
        var first = document("k1", "one", NOW);
        var gone = first.removed(new Removal("OTHER", NOW, BASTIA), false);

        assertEquals(Optional.of(first), held(first).instead(document("k2", "one", NOW)));
        assertEquals(Optional.empty(), held(gone).instead(document("k2", "one", NOW)));
    }

    @Test
    void hasRoomForSoMany() {
        var most = IntStream.range(0, HeldDocuments.MOST)
                .mapToObj(n -> document("k" + n, "c" + n, NOW))
                .toList();

        assertEquals("TOO_MANY_DOCUMENTS", code(() -> held(most).instead(document("k", "another", NOW))));
        assertEquals(Optional.of(most.get(3)), held(most).instead(document("k3", "c3", NOW)));
        assertDoesNotThrow(() -> held(most.subList(1, most.size())).instead(document("k", "another", NOW)));
    }

    /** What a hub has read is kept though it was taken back, and takes its place. */
    @Test
    void hasRoomForSoManyBytes() {
        var removed = new Removal("OTHER", NOW, BASTIA);
        var large = IntStream.range(0, 7)
                .mapToObj(n -> document("k" + n, "c" + n, NOW, 20 * MEGABYTE).removed(removed, true))
                .toList();

        assertDoesNotThrow(() -> held(large).instead(document("k", "another", NOW, 10 * MEGABYTE)));
        assertEquals("TOO_MANY_DOCUMENTS", code(() -> held(large)
                .instead(document("k", "another", NOW, 10 * MEGABYTE + 1))));
    }

    @Test
    void isNotAttachedAndTakenBackWithoutEnd() {
        var ever = IntStream.range(0, HeldDocuments.MOST_EVER)
                .mapToObj(n -> document("k" + n, "c", NOW).removed(new Removal("OTHER", NOW, BASTIA), false))
                .toList();

        assertEquals("TOO_MANY_DOCUMENTS", code(() -> held(ever).instead(document("k", "another", NOW))));
    }

    @Test
    void isItsHospitalsAlone() {
        var mine = document("k1", "one", NOW);

        assertEquals("FORBIDDEN", code(() -> held(mine).demandRoom(mine.request(), ELSEWHERE, NOW)));
        assertEquals("FORBIDDEN", code(() -> held(mine).toRemove(mine.id(), ELSEWHERE)));
        assertEquals(List.of(), held(mine).removable(ELSEWHERE.organisation()));
        assertFalse(held(mine).mayAttach(ELSEWHERE.organisation()));
        assertTrue(held(mine).mayAttach(BASTIA.organisation()));
    }

    @Test
    void takesNothingMoreOnceItHasEndedButARepetition() {
        var first = document("k1", "one", NOW);
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);

        assertEquals("MOVE_NOT_ALLOWED", code(() -> held(first).demandRoom(request("k2", "two"), BASTIA, NOW)));
        assertEquals(Optional.of(first), held(first).instead(document("k1", "one", NOW)));
        assertEquals(first, held(first).toRemove(first.id(), BASTIA));
    }

    @Test
    void isTakenBackOnce() {
        var gone = document("k1", "one", NOW).removed(new Removal("OTHER", NOW, BASTIA), true);

        assertEquals("MOVE_NOT_ALLOWED", code(() -> held(gone).toRemove(gone.id(), BASTIA)));
        assertEquals("DOCUMENT_NOT_FOUND", code(() -> held(gone).toRemove(UUID.randomUUID(), BASTIA)));
    }

    private HeldDocuments held(AttachedDocument... documents) {
        return held(List.of(documents));
    }

    private HeldDocuments held(List<AttachedDocument> documents) {
        return new HeldDocuments(referral, documents);
    }

    private static String code(Executable work) {
        return assertThrows(Refused.class, work).code();
    }

    private static IdempotencyKey request(String key, String content) {
        return new IdempotencyKey(BASTIA.organisation(), key, content.getBytes());
    }

    private AttachedDocument document(String key, String content, Instant at) {
        return document(key, content, at, 100);
    }

    private AttachedDocument document(String key, String content, Instant at, int size) {
        return new AttachedDocument(
                UUID.randomUUID(),
                referral.id(),
                DocumentType.PDF,
                size,
                1,
                new byte[0],
                content,
                Scan.NOT_SCANNED,
                at,
                BASTIA,
                request(key, content),
                true,
                null);
    }
}
