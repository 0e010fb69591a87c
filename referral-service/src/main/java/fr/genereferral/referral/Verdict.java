package fr.genereferral.referral;

import fr.genereferral.referral.Obstacle.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules of one therapy say of a dossier, as heard from eligibility-service: as much as the state machine needs.
 *
 * @param routing whether the therapy is given in a hub
 * @param sought whether this referral asks for it
 * @param outcome the verdict for France (funding and access included), the only one that moves a referral
 * @param missing criteria that hang on a missing fact
 * @param deferredUntil earliest known end of a temporary exclusion
 * @param opensOn date on which an age bound will open
 * @param eligibleUntil date on which an age bound will end the eligibility
 */
public record Verdict(
        String therapy,
        int packVersion,
        boolean routing,
        boolean sought,
        Outcome outcome,
        Outcome authorisation,
        List<String> failing,
        List<String> deferring,
        List<Missing> missing,
        List<String> warnings,
        LocalDate deferredUntil,
        LocalDate opensOn,
        LocalDate eligibleUntil) {

    /** In order of precedence: the first that applies. */
    public enum Outcome {
        NOT_APPLICABLE,
        UNAVAILABLE,
        NOT_ELIGIBLE,
        DEFERRED,
        NEEDS_INFO,
        ELIGIBLE
    }

    /**
     * A criterion that hangs on a missing fact.
     *
     * @param pendingUntil when every missing fact of a criterion that may wait has been asked for: the day the last one
     *     is expected
     */
    public record Missing(String criterion, LocalDate pendingUntil) {}

    /** True when everything that is missing has been asked for and may arrive while a hub is being found. */
    public boolean onlyPending() {
        return outcome == Outcome.NEEDS_INFO
                && !missing.isEmpty()
                && missing.stream().allMatch(m -> m.pendingUntil() != null);
    }

    /** Criteria that stand against the therapy, or might. */
    public List<Obstacle> obstacles() {
        return Stream.of(Effect.FAILS.of(failing), Effect.DEFERS.of(deferring), Effect.MISSING.of(missingIds()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** With another outcome, and nothing that leads elsewhere. */
    Verdict as(Outcome other) {
        return new Verdict(
                therapy,
                packVersion,
                routing,
                sought,
                other,
                authorisation,
                failing,
                deferring,
                missing,
                warnings,
                null,
                null,
                eligibleUntil);
    }

    public List<String> missingIds() {
        return missing.stream().map(Missing::criterion).toList();
    }

    /** Whether a deferral lasts on what is known and no day ends it any more: only the hospital can. */
    boolean isDue(LocalDate on) {
        return deferredUntil == null || !deferredUntil.isAfter(on);
    }
}
