package fr.genereferral.eligibility;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of all rule packs; the database is the truth. */
public interface RulePacks {

    /** Exactly one version of each pack that has begun. */
    Uni<RulesInForce> inForce(LocalDate on);

    /**
     * The same, with versions of one's choice in the place of those in force.
     *
     * @param versions by therapy; one that never was in force is left out of the answer
     */
    Uni<RulesInForce> inForce(LocalDate on, Map<String, Integer> versions);

    /** The first day on which any version of a pack for the disease is in force; empty when it has no pack. */
    Uni<Optional<LocalDate>> firstDay(String orpha);

    /**
     * Takes in the packs that the program was shipped with: a therapy without any version gets its first one, active; a
     * text that is in no version becomes a draft, for people to review.
     */
    Uni<Void> receive(List<ShippedPack> shipped);

    /** @param document the pack, JSON */
    record ShippedPack(String therapy, LocalDate effectiveFrom, String document) {}
}
