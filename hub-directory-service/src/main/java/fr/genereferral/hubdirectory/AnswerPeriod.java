package fr.genereferral.hubdirectory;

import java.time.Instant;

/** From when until when a hub may answer, by how pressing it is on that day. */
record AnswerPeriod(Urgency urgency, Instant offeredAt, Instant expiresAt) {

    /** The same with another end. */
    AnswerPeriod until(Instant end) {
        return new AnswerPeriod(urgency, offeredAt, end);
    }
}
