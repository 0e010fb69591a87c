package fr.genereferral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The questions of one referral that wait for an answer, oldest first. */
public record Questions(List<Open> open) {

    /**
     * One that waits.
     *
     * @param offer under which a hub asks; null where the coordinator does
     * @param organisation for whom the one works who asks
     */
    public record Open(UUID id, UUID offer, String organisation, Instant dueAt) {}

    public Questions {
        open = List.copyOf(open);
    }

    public static Questions none() {
        return new Questions(List.of());
    }

    Questions with(Open asked) {
        var more = new ArrayList<>(open);
        more.add(asked);
        return new Questions(more);
    }

    Questions without(UUID question) {
        return new Questions(
                open.stream().filter(one -> !one.id().equals(question)).toList());
    }

    /** Those that somebody still waits for: a hub that has left does not. */
    Questions heldBy(Offers offers) {
        return new Questions(open.stream()
                .filter(one -> one.offer() == null || offers.isHeld(one.offer()))
                .toList());
    }

    /** @param offer null for those of the coordinator */
    int under(UUID offer) {
        return (int) open.stream()
                .filter(one -> offer == null ? one.offer() == null : offer.equals(one.offer()))
                .count();
    }

    public boolean include(UUID question) {
        return open.stream().anyMatch(one -> one.id().equals(question));
    }

    /** Until when the first of them is to be answered; null when none waits. */
    Instant firstDue() {
        return open.stream().map(Open::dueAt).min(Instant::compareTo).orElse(null);
    }

    /** As many as a reader may know of: a hub knows its own. */
    public int countedFor(Rights rights, String hospital) {
        var all = rights.isNational() || rights.equals(Rights.of(hospital));
        return (int) open.stream()
                .filter(one -> all || one.offer() != null && rights.equals(Rights.of(one.organisation())))
                .count();
    }
}
