package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.UUID;

/**
 * What a hub does with an offer: it looks, or says yes or no.
 *
 * @param by subject of the person; of the one who writes it down, where it is somebody else
 * @param at when it counts: not when it was said, but when it is known
 * @param heard null where the hub itself answers
 * @param terms what a yes comes with; null where it says no more than yes, and of whatever else a hub does
 */
public record Answer(UUID offer, String by, Instant at, Heard heard, AcceptanceTerms terms) {

    public Answer(UUID offer, String by, Instant at, Heard heard) {
        this(offer, by, at, heard, null);
    }

    /** The hub itself. */
    public Answer(UUID offer, String by, Instant at) {
        this(offer, by, at, null);
    }

    /** @param said null where the yes comes with nothing */
    public Answer with(AcceptanceTerms said) {
        return new Answer(offer, by, at, heard, said);
    }

    /** The same word about the offer that a late yes becomes. */
    Answer about(UUID other) {
        return new Answer(other, by, at, heard, terms);
    }

    void mustBeSaidSince(Instant asked) {
        if (heard != null) {
            heard.mustLieBetween(asked, at);
        }
    }
}
