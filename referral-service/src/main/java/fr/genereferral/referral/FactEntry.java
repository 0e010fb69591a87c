package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was said of a referral's facts after it was sent: a statement, or which of several contradicting ones
 * holds. Never changed.
 *
 * @param number in the order of arrival, from {@link FactKind#LATER} on
 * @param dossierVersion the version that came of it
 * @param name what it speaks of, unique among the facts of the referral
 * @param content the statement, JSON as in the dossier; null for a settlement
 * @param holds number of the statement that holds; null for a statement
 * @param setsAside numbers of all statements of the fact that count no more from now on: kept as it was decided, so that
 *     nobody who reads them otherwise one day changes what was settled; empty for a statement
 * @param request the request that brought it; null where none can be repeated
 * @param merge which merge of two referrals has brought it; null where it was said of this one
 * @param goneFrom version of the dossier from which on it counts no more, because it is of another child after all; null while
 *     it counts
 */
public record FactEntry(
        int number,
        int dossierVersion,
        FactKind kind,
        String name,
        String content,
        Integer holds,
        List<Integer> setsAside,
        SettlementReason reason,
        Instant at,
        Actor by,
        IdempotencyKey request,
        UUID merge,
        Integer goneFrom) {

    public FactEntry(
            int number,
            int dossierVersion,
            FactKind kind,
            String name,
            String content,
            Integer holds,
            List<Integer> setsAside,
            SettlementReason reason,
            Instant at,
            Actor by,
            IdempotencyKey request) {
        this(number, dossierVersion, kind, name, content, holds, setsAside, reason, at, by, request, null, null);
    }

    public FactEntry {
        setsAside = List.copyOf(setsAside);
    }

    public boolean isSettlement() {
        return holds != null;
    }

    /** Whether it counts in what is known now. */
    public boolean counts() {
        return goneFrom == null;
    }

    FactEntry goneFrom(Integer version) {
        return new FactEntry(
                number, dossierVersion, kind, name, content, holds, setsAside, reason, at, by, request, merge, version);
    }

    @Override
    public String toString() {
        return "FactEntry[" + number + " " + name + "]";
    }
}
