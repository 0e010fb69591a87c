package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.UUID;

/** A yes takes a place in a week, and the end of what it promised frees it: each once, however often it is heard. */
public sealed interface SlotMove {
    /** Why a place is free again. */
    enum Cause {
        /** The referral has ended without care. */
        CLOSED,
        /** The outcome was reported. */
        COMPLETED,
        /** The hub takes its yes back. */
        GIVEN_BACK,
        /** The hub may not keep the child any longer, as the coordinator has confirmed. */
        ACCREDITATION_LOST;

        /** A week that had begun when care came to its end was used: nobody gets it once more. */
        public boolean frees(Week week, LocalDate today) {
            return this != COMPLETED || week.monday().isAfter(today);
        }
    }

    /**
     * For whom.
     *
     * @param patient for the bounds by which the hub could take the child
     */
    record Take(UUID offer, String hub, String therapy, PatientFacts patient) implements SlotMove {}

    /** Nothing happens for an offer that has no place. */
    record Free(UUID offer, String hub, Cause cause) implements SlotMove {}
}
