package fr.genereferral.eligibility.catalogue;

import fr.genereferral.eligibility.Paris;
import fr.genereferral.eligibility.Refused;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulesInForce;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

/** Reads the dictionary, and the catalogue as the rules of the day have it. */
@ApplicationScoped
class ReadingCatalogue {
    private static final String DICTIONARY = "/contracts/published/fact-dictionary.json";

    private final RulePacks packs;
    private final Clock clock;
    private final byte[] facts;

    ReadingCatalogue(RulePacks packs, Clock clock) {
        this.packs = packs;
        this.clock = clock;
        try (var in = ReadingCatalogue.class.getResourceAsStream(DICTIONARY)) {
            this.facts = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(DICTIONARY, e);
        }
    }

    /** The published file: what integrators copy and what they are served are the same bytes. */
    byte[] facts() {
        return facts;
    }

    /**
     * @param disease only its therapies; null for any
     * @param gene only what it may open; null for any
     */
    Uni<List<TherapyRepresentation>> therapies(String disease, String gene) {
        return today((rules, day) -> rules.all().stream()
                .filter(pack -> disease == null || pack.diseases().contains(disease))
                .filter(pack -> gene == null || pack.genes().contains(gene))
                .map(pack -> TherapyRepresentation.from(pack, day))
                .toList());
    }

    /** Fails with NOT_FOUND for a therapy without a version in force. */
    Uni<CriteriaRepresentation> therapy(String id) {
        return today((rules, day) -> rules.pack(id)
                .map(pack -> CriteriaRepresentation.from(pack, rules.knowledge().genetics(), day))
                .orElseThrow(() -> Refused.because("NOT_FOUND")));
    }

    private <T> Uni<T> today(BiFunction<RulesInForce, LocalDate, T> read) {
        return Uni.createFrom().deferred(() -> {
            var day = Paris.dayOf(clock.instant());
            return packs.inForce(day).map(rules -> read.apply(rules, day));
        });
    }
}
