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

    /** Whether a merge has brought any of it, be it gone again. */
    public boolean isJoint() {
        return entries.stream().anyMatch(entry -> entry.merge() != null);
    }

    /** As it was at one version of the dossier. */
    public DossierHistory until(int version) {
        return new DossierHistory(
                first,
                organisation,
                sentAt,
                entries.stream()
                        .filter(entry -> entry.dossierVersion() <= version)
                        .map(entry -> entry.counts() || entry.goneFrom() <= version ? entry : entry.goneFrom(null))
                        .toList());
    }

    /** With what merges have brought marked that were undone. */
    public DossierHistory after(List<Merge> merges) {
        return merges.isEmpty()
                ? this
                : new DossierHistory(
                        first,
                        organisation,
                        sentAt,
                        entries.stream()
                                .map(entry -> entry.counts() ? entry.goneFrom(gone(entry, merges)) : entry)
                                .toList());
    }

    private Integer gone(FactEntry entry, List<Merge> merges) {
        return merges.stream()
                .filter(merge -> merge.undoneVersion() != null && merge.hasBrought(entry, organisation))
                .map(Merge::undoneVersion)
                .findFirst()
                .orElse(null);
    }

    /** What the other hospital has said here since a merge; it goes back with its referral. */
    public List<FactEntry> saidSince(Merge merge) {
        return entries.stream()
                .filter(entry -> entry.merge() == null && entry.counts() && merge.hasBrought(entry, organisation))
                .toList();
    }

    @Override
    public String toString() {
        return "DossierHistory[" + entries.size() + " entries]";
    }
}
