package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Every document that was ever attached to one referral, oldest first, and what may be done about them. */
public record HeldDocuments(Referral referral, List<AttachedDocument> all) {
    /** So many may stand at one referral, and so many bytes in all of them. [CONV] */
    public static final int MOST = 30;

    public static final long MOST_BYTES = 150L * 1024 * 1024;

    /** So many may ever have been attached to one, removed ones among them. [CONV] */
    static final int MOST_EVER = 200;

    private static final String ATTACH = "ATTACH_DOCUMENT";
    private static final String REMOVE = "REMOVE_DOCUMENT";

    public HeldDocuments {
        all = List.copyOf(all);
    }

    /** As long as its hospital may say something of it: while it is written, and while facts may be added. */
    public boolean mayAttach(String organisation) {
        return referral.organisation().equals(organisation)
                && referral.actionsOf(organisation).stream()
                        .anyMatch(action -> action.equals("EDIT_DRAFT") || action.equals("ADD_FACTS"));
    }

    /** What may be taken back: whatever stands, also when the referral has ended. */
    public List<AttachedDocument> removable(String organisation) {
        return referral.organisation().equals(organisation)
                ? all.stream().filter(AttachedDocument::stands).toList()
                : List.of();
    }

    /**
     * Whether something of it may be received. Asked before the content comes, and again when it is there.
     *
     * @throws Refused when this one may not attach, not now, or not one more; whoever repeats a request is let through
     */
    public void demandRoom(IdempotencyKey request, Actor by, Instant now) {
        referral.demandSender(by);
        if (all.stream().anyMatch(one -> isOf(one, request, now))) {
            return;
        }
        if (!mayAttach(by.organisation())) {
            throw Refused.moveNotAllowed(left(by));
        }
        if (standing() >= MOST || all.size() >= MOST_EVER) {
            throw Refused.because("TOO_MANY_DOCUMENTS");
        }
    }

    /**
     * What stands there instead of a new one: what this very request has brought, or the same content; empty when it is new.
     *
     * @throws Refused when the key came with another body, there is no room for it, or it may not be attached
     */
    public Optional<AttachedDocument> instead(AttachedDocument fresh) {
        demandRoom(fresh.request(), fresh.by(), fresh.at());
        var repeated = all.stream()
                .filter(one -> isOf(one, fresh.request(), fresh.at()))
                .findFirst();
        if (repeated.isPresent()) {
            fresh.request().demandBody(repeated.get().request().bodyHash());
            return repeated;
        }
        var same = all.stream()
                .filter(one -> one.stands() && one.mark().equals(fresh.mark()))
                .findFirst();
        if (same.isEmpty() && bytes() + fresh.size() > MOST_BYTES) {
            throw Refused.because("TOO_MANY_DOCUMENTS");
        }
        return same;
    }

    /**
     * One that its hospital may take back.
     *
     * @throws Refused when there is none of that number, it is another hospital's, or it was taken back before
     */
    public AttachedDocument toRemove(UUID id, Actor by) {
        referral.demandSender(by);
        var found = known(id);
        if (!found.stands()) {
            throw Refused.moveNotAllowed(left(by));
        }
        return found;
    }

    /** @throws Refused when there is none of that number */
    public AttachedDocument known(UUID id) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.because("DOCUMENT_NOT_FOUND"));
    }

    private List<String> left(Actor by) {
        var attach = mayAttach(by.organisation()) ? List.of(ATTACH) : List.<String>of();
        var remove = removable(by.organisation()).isEmpty() ? List.<String>of() : List.of(REMOVE);
        return Stream.concat(attach.stream(), remove.stream()).toList();
    }

    private long standing() {
        return all.stream().filter(AttachedDocument::stands).count();
    }

    /** What is kept though it was removed takes its place too. */
    private long bytes() {
        return all.stream()
                .filter(AttachedDocument::kept)
                .mapToLong(AttachedDocument::size)
                .sum();
    }

    /** After a day a key is not known any more. */
    private static boolean isOf(AttachedDocument one, IdempotencyKey request, Instant now) {
        return one.at().isAfter(now.minus(IdempotencyKey.LIFE))
                && one.request().organisation().equals(request.organisation())
                && one.request().key().equals(request.key());
    }
}
