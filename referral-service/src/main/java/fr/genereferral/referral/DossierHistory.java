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
        return request.isAmong(entries, FactEntry::request, FactEntry::at, now);
    }

    /** As it was at one version of the dossier. */
    public DossierHistory until(int version) {
        return new DossierHistory(
                first,
                organisation,
                sentAt,
                entries.stream()
                        .filter(entry -> entry.dossierVersion() <= version)
                        .toList());
    }

    @Override
    public String toString() {
        return "DossierHistory[" + entries.size() + " entries]";
    }
}
