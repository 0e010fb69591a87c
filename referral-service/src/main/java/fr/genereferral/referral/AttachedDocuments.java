package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Port to the documents of referrals. They are kept as they come, sealed and in pieces, so that no content is ever whole in
 * memory. Whoever may not see a referral is answered as for one that never was.
 */
public interface AttachedDocuments {

    /** Everything that was attached, with an audit row. */
    Uni<HeldDocuments> of(UUID referral, Access access);

    /** As {@link #of}, to know what may be done: whoever is shown something that comes of it has an audit row for that. */
    Uni<HeldDocuments> beside(UUID referral, Access access);

    /**
     * As {@link #beside}, before a content is received: nothing that this caller could not attach is waited for.
     *
     * @param request known by its key alone, for the body is not there yet
     */
    Uni<Void> demandRoom(UUID referral, IdempotencyKey request, Access access);

    /**
     * Keeps a document unless it is there already; two never run at once for one referral.
     *
     * @param pieces its content by number, sealed; each is asked for once and in order, on a thread that may wait
     * @return what stands there now: another one where this request, or this content, had come before
     */
    Uni<AttachedDocument> attach(AttachedDocument fresh, IntFunction<byte[]> pieces, Access access);

    /**
     * Reads a content, and keeps who has read it.
     *
     * @param pieces takes each piece in its order, as it is kept, on a thread that may wait
     */
    Uni<AttachedDocument> open(UUID referral, UUID document, Pieces pieces, Access access);

    /** Where the pieces of a content go. */
    interface Pieces {
        void take(AttachedDocument document, int number, byte[] sealed);
    }

    /**
     * Takes a document back: its record stays.
     *
     * @param keeping whether the content stays too, given whether another organisation has read it
     */
    Uni<AttachedDocument> remove(
            UUID referral, UUID document, String reason, Predicate<Boolean> keeping, Access access);
}
