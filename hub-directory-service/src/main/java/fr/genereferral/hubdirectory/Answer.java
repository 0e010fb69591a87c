package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.UUID;

/**
 * What a hub does with an offer: it looks, or says yes or no.
 *
 * @param by subject of the person; of the one who writes it down, where it is somebody else
 * @param at when it counts: not when it was said, but when it is known
 * @param heard null where the hub itself answers
 */
public record Answer(UUID offer, String by, Instant at, Heard heard) {

    /** The hub itself. */
    public Answer(UUID offer, String by, Instant at) {
        this(offer, by, at, null);
    }

    /** The same word about the offer that a late yes becomes. */
    Answer about(UUID other) {
        return new Answer(other, by, at, heard);
    }

    void mustBeSaidSince(Instant asked) {
        if (heard != null) {
            heard.mustLieBetween(asked, at);
        }
    }
}
