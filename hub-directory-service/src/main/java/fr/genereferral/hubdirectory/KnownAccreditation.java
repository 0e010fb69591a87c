package fr.genereferral.hubdirectory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An accreditation as it was known at some time.
 *
 * @param accreditation with the end that was known then, whatever was said later
 * @param teams what attested a trained team, known then
 */
public record KnownAccreditation(Accreditation accreditation, List<TeamEvidence> teams) {

    /**
     * Puts together what was known.
     *
     * @param ends what had been said of ends, by accreditation
     * @param teams what had been attested, by accreditation; a correction is of the same one, and so is its team
     */
    public static List<KnownAccreditation> of(
            List<Accreditation> recorded, Map<UUID, List<AccreditationEnd>> ends, Map<UUID, List<TeamEvidence>> teams) {
        return recorded.stream()
                .map(a -> new KnownAccreditation(
                        a.with(ends.getOrDefault(a.id(), List.of())),
                        recorded.stream()
                                .filter(a::beginsAs)
                                .flatMap(same -> teams.getOrDefault(same.id(), List.of()).stream())
                                .sorted(Comparator.comparing(TeamEvidence::since)
                                        .thenComparing(TeamEvidence::id))
                                .toList()))
                .toList();
    }
}
