package fr.genereferral.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * A document that a hospital has attached to a referral, without its content. Never changed: a removal stands beside it.
 *
 * @param size bytes of the content
 * @param chunks how many sealed pieces the content is kept in
 * @param details its name and the SHA-256 of its content, sealed
 * @param mark keyed hash of the content: tells one that is there already without opening it
 * @param scan what a virus scanner has said
 * @param request the request that brought it
 * @param kept whether there is still something to open
 * @param removal null while it stands
 */
public record AttachedDocument(
        UUID id,
        UUID referral,
        DocumentType type,
        int size,
        int chunks,
        byte[] details,
        String mark,
        Scan scan,
        Instant at,
        Actor by,
        IdempotencyKey request,
        boolean kept,
        Removal removal) {

    /** What a scanner has said of it: one in which something was found is never kept. */
    public enum Scan {
        NOT_SCANNED,
        CLEAN
    }

    /** The hospital has taken it back. */
    public record Removal(String reason, Instant at, Actor by) {
        private static final String OF_ANOTHER_CHILD = "WRONG_PATIENT";

        /** Whether it was about somebody else, who has agreed to nothing here: nothing of it is shown to anybody any more. */
        public boolean isOfAnotherChild() {
            return isOfAnotherChild(reason);
        }

        public static boolean isOfAnotherChild(String reason) {
            return OF_ANOTHER_CHILD.equals(reason);
        }
    }

    /** Whether it counts among what the hospital has attached. */
    public boolean stands() {
        return removal == null && kept;
    }

    /** To what its details are bound. */
    public static String place(UUID id) {
        return "document/" + id;
    }

    /**
     * To what a piece of its content is bound: its number, and whether it is the last. What was cut short, put in another
     * order or moved to another document does not open.
     */
    public static String place(UUID id, int number, boolean last) {
        return place(id) + "/" + number + (last ? "/last" : "");
    }

    public AttachedDocument removed(Removal now, boolean stillKept) {
        return new AttachedDocument(
                id, referral, type, size, chunks, details, mark, scan, at, by, request, stillKept, now);
    }

    @Override
    public String toString() {
        return "AttachedDocument[" + id + "]";
    }
}
