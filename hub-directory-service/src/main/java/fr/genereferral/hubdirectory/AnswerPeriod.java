package fr.genereferral.hubdirectory;

import java.time.Instant;

/** From when until when a hub may answer. */
record AnswerPeriod(Instant offeredAt, Instant expiresAt) {}
