package fr.genereferral.e2e.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.check.InboxState.Turn;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InboxStateTest {
    private static final String KEY = "a-referral";

    @Test
    void knowsWhatWasAppliedNowOrBefore() {
        var inbox = new InboxState(Map.of(KEY, 3L), Set.of(), Set.of(), Set.of());

        assertTrue(inbox.accountsFor(event(0, 1)));
        assertTrue(inbox.accountsFor(event(2, 3)));
    }

    @Test
    void missesAnEventThatIsNowhere() {
        var inbox = new InboxState(Map.of(KEY, 3L), Set.of(new Turn(KEY, 5)), Set.of(), Set.of());

        assertFalse(inbox.accountsFor(event(3, 4)));
        assertTrue(inbox.accountsFor(event(4, 5)));
        assertFalse(inbox.isBlocked(KEY));
    }

    @Test
    void knowsAnUnreadableRecordByItsPlaceAlone() {
        var unreadable = new Heard(new Heard.Place("referral.events", 0, 9), null, null, null, -1, true, null);

        assertFalse(new InboxState(Map.of(), Set.of(), Set.of(), Set.of()).accountsFor(unreadable));
        assertTrue(new InboxState(Map.of(), Set.of(), Set.of(), Set.of(unreadable.place())).accountsFor(unreadable));
    }

    @Test
    void isBlockedWhereTheNextTurnIsADeadLetter() {
        var inbox = new InboxState(Map.of(KEY, 3L), Set.of(), Set.of(new Turn(KEY, 4)), Set.of());

        assertTrue(inbox.isBlocked(KEY));
        assertEquals(0, inbox.position("another"));
        assertFalse(inbox.isBlocked("another"));
    }

    private static Heard event(long offset, long sequence) {
        return new Heard(
                new Heard.Place("referral.events", 0, offset), KEY, "id-" + sequence, "T.v1", sequence, false, null);
    }
}
