package fr.genereferral.hubdirectory;

/** Yes, no, or not to be told from what was kept. */
enum Certainty {
    YES,
    NO,
    UNKNOWN;

    Certainty or(Certainty other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
    }

    Certainty and(Certainty other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
    }
}
