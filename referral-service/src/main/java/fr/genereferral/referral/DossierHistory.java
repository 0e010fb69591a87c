package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;

/**
 * A dossier as it was first sent and all that was said of it since: what holds now follows from it.
 *
 * @param first the dossier of the first day, JSON
 * @param organisation who sent it
 * @param entries in the order of their arrival
 */
public record DossierHistory(String first, String organisation, Instant sentAt, List<FactEntry> entries) {
    public DossierHistory {
        entries = List.copyOf(entries);
    }

    /**
     * Whether this very request has been taken already.
     *
     * @throws Refused when its key came with another body
     */
    public boolean has(IdempotencyKey request, Instant now) {
        var earlier = entries.stream()
                .filter(entry -> entry.request() != null && entry.at().isAfter(now.minus(IdempotencyKey.LIFE)))
                .map(FactEntry::request)
                .filter(one -> one.organisation().equals(request.organisation())
                        && one.key().equals(request.key()))
                .findFirst();
        earlier.map(IdempotencyKey::bodyHash).ifPresent(request::demandBody);
        return earlier.isPresent();
    }

    @Override
    public String toString() {
        return "DossierHistory[" + entries.size() + " entries]";
    }
}
