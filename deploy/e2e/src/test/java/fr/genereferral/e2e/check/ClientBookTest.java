package fr.genereferral.e2e.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.Organisation;
import org.junit.jupiter.api.Test;

class ClientBookTest {
    private final ClientBook book = new ClientBook();
    private final Sent sent = book.open(Organisation.hospital(null, "350007084"), "key", "{}");

    @Test
    void tellsWhatWasKnownFromWhatWasNot() {
        sent.note(Attempt.unanswered(10, 20));
        sent.note(new Attempt(503, "", "", 30, 40));
        sent.note(new Attempt(409, "", "", 50, 60));
        assertTrue(sent.acknowledgement().isEmpty());

        sent.note(new Attempt(201, "id", "/v1/referrals/id", 70, 80));

        assertEquals("id", sent.acknowledgement().orElseThrow().referral());
        assertEquals("1 sent, 1 acknowledged, 1 ambiguous, 0 refused", book.toString());
    }

    @Test
    void countsTheTriesThatWereUnderWayAtAnInstant() {
        sent.note(Attempt.unanswered(10, 20));
        sent.note(new Attempt(201, "id", "", 30, 40));

        assertEquals(1, book.openAt(15));
        assertEquals(0, book.openAt(25));
        assertEquals(1, book.openAt(35));
    }

    @Test
    void takesARefusalForWhatItIs() {
        sent.note(new Attempt(422, "", "", 10, 20));

        assertEquals(422, sent.refusal().orElseThrow().status());
        assertEquals(0, book.ambiguous().count());
        assertEquals(422, book.answered(422).get(0).attempts().get(0).status());
    }
}
