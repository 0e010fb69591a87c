package fr.genereferral.hubdirectory.tracking;

/**
 * Who reads a placement.
 *
 * @param hub null for the coordinator and the auditor, who read everything
 */
record Reader(String hub) {
    static Reader national() {
        return new Reader(null);
    }

    static Reader hub(String hub) {
        return new Reader(hub);
    }

    /** A hub reads the terms of its own place in the ranking, not those of the others. */
    boolean mayReadTermsOf(String ranked) {
        return hub == null || hub.equals(ranked);
    }
}
