package fr.genereferral.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A dossier as it was first sent and all that was said of it since: what holds now follows from it.
 *
 * @param first the dossier of the first day, JSON
 * @param organisation who sent it
 * @param entries in the order of their arrival
 */
public record DossierHistory(String first, String organisation, Instant sentAt, List<FactEntry> entries) {
    private static final Duration KEY_LIVES = Duration.ofHours(24);

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
                .filter(entry -> entry.request() != null && entry.at().isAfter(now.minus(KEY_LIVES)))
                .map(FactEntry::request)
                .filter(one -> one.organisation().equals(request.organisation())
                        && one.key().equals(request.key()))
                .findFirst();
        if (earlier.isPresent() && !Arrays.equals(earlier.get().bodyHash(), request.bodyHash())) {
            throw Refused.because("IDEMPOTENCY_KEY_REUSED");
        }
        return earlier.isPresent();
    }

    @Override
    public String toString() {
        return "DossierHistory[" + entries.size() + " entries]";
    }
}
