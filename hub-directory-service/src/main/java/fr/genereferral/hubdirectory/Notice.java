package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened to one of a hub's offers, as it stood then.
 *
 * @param number its place among all that this hub was told: 1, 2, 3 …, given once it was committed
 * @param dueAt until when an answer is asked for; null once none is
 */
public record Notice(
        String hub, long number, UUID offer, NoticeKind kind, OfferState state, Instant dueAt, Instant notedAt) {}
