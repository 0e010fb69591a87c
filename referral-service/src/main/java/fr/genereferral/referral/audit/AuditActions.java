package fr.genereferral.referral.audit;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.DatedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the audit's words mean, and who is shown them ({@code audit-actions.csv}). */
@ApplicationScoped
class AuditActions {
    private final Map<String, Meaning> meanings = DatedRow.read("/audit-actions.csv", Meaning::of).stream()
            .map(DatedRow::value)
            .collect(Collectors.toUnmodifiableMap(Meaning::action, Function.identity()));

    /** What was done with the part. */
    enum Kind {
        READ,
        WRITE
    }

    /**
     * @param part of the referral, for example IDENTITY
     * @param purpose what it was done for; null where the action alone does not say
     * @param forEveryone shown to the referral's hospital too
     */
    record Meaning(String action, String part, Kind kind, String purpose, boolean forEveryone) {
        private static Meaning of(List<String> cells) {
            var purpose = cells.get(3);
            return new Meaning(
                    cells.get(0),
                    cells.get(1),
                    Kind.valueOf(cells.get(2)),
                    purpose.isEmpty() ? null : purpose,
                    cells.get(4).equals("everyone"));
        }
    }

    /** Of a word that another release has written nothing but the word is known. */
    Optional<Meaning> of(String action) {
        return Optional.ofNullable(meanings.get(action));
    }

    Set<String> all() {
        return meanings.keySet();
    }

    /** Which rows a reader is shown; empty for all. What nobody has thought about is not shown to a hospital. */
    Optional<Set<String>> shownTo(Access access) {
        return access.rights().isNational()
                ? Optional.empty()
                : Optional.of(meanings.values().stream()
                        .filter(Meaning::forEveryone)
                        .map(Meaning::action)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
