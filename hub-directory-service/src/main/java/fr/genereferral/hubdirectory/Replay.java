package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.MatchRun.Candidate;
import fr.genereferral.hubdirectory.MatchRun.Exclusion;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stored match run made again from its own record, under what is supposed to have been otherwise. Nothing else is read:
 * neither the directory of today nor a fact of the patient, which may have been erased.
 */
public record Replay(MatchRun before, Counterfactual supposed) {
    /** What another accreditation can undo: a relay stays a relay, and a hub that was shut stays shut. */
    private static final Set<ExclusionReason> CURABLE = EnumSet.of(
            ExclusionReason.NOT_ACCREDITED, ExclusionReason.AGE_OUT_OF_BAND, ExclusionReason.WEIGHT_OUT_OF_BAND);

    /** The run as it would have been; the same, to the byte, when nothing is supposed. */
    public MatchRun after() {
        var weights = supposed.weights().over(before.parameters());
        var stay = before.ranked().stream().filter(candidate -> !isRemoved(candidate.hub()));
        var join = before.excluded().stream()
                .filter(exclusion -> admitted(exclusion) == Certainty.YES)
                .map(this::candidate);
        return before.with(
                weights,
                MatchRun.ranked(Stream.concat(stay, join).map(candidate -> candidate.under(weights))),
                leftOut());
    }

    /**
     * Whether the record is too poor to say: it does not tell whether a hub could have taken the patient, or how far it
     * is. What the directory did not have that day is not in it at all.
     */
    public boolean isUndecided() {
        return before.excluded().stream().anyMatch(exclusion -> admitted(exclusion) == Certainty.UNKNOWN)
                || supposed.accreditedFor(before).anyMatch(hub -> !isOnRecord(hub) && !supposed.removes(hub, before));
    }

    private boolean isOnRecord(String hub) {
        return Stream.concat(
                        before.ranked().stream().map(Candidate::hub),
                        before.excluded().stream().map(Exclusion::hub))
                .anyMatch(known -> known.id().equals(hub));
    }

    private List<Exclusion> leftOut() {
        var removed = before.ranked().stream()
                .map(Candidate::hub)
                .filter(this::isRemoved)
                .map(hub -> new Exclusion(hub, ExclusionReason.NOT_ACCREDITED));
        var remain = before.excluded().stream().filter(exclusion -> admitted(exclusion) != Certainty.YES);
        return Stream.concat(remain, removed)
                .sorted(Comparator.comparing(exclusion -> exclusion.hub().id()))
                .toList();
    }

    private boolean isRemoved(HubName hub) {
        return supposed.removes(hub.id(), before);
    }

    private Certainty admitted(Exclusion exclusion) {
        if (!CURABLE.contains(exclusion.reason()) || isRemoved(exclusion.hub())) {
            return Certainty.NO;
        }
        return supposed.accredits(exclusion.hub().id(), before)
                .map(accreditation -> admitted(exclusion.hub(), accreditation))
                .reduce(Certainty.NO, Certainty::or);
    }

    private Certainty admitted(HubName hub, Counterfactual.Supposed accreditation) {
        if (before.evidence() == null) {
            return Certainty.UNKNOWN;
        }
        return forgone(hub)
                .map(known -> known.refusal() == null ? before.evidence().covers(accreditation.band()) : Certainty.NO)
                // No way to it was known.
                .orElse(Certainty.NO);
    }

    private Optional<Evidence.Forgone> forgone(HubName hub) {
        return Optional.ofNullable(before.evidence()).flatMap(evidence -> evidence.about(hub.id()));
    }

    /** Its journey was not kept leg by leg. */
    private Candidate candidate(Exclusion exclusion) {
        var terms = forgone(exclusion.hub()).orElseThrow().terms();
        return new Candidate(0, exclusion.hub(), true, null, terms, null);
    }
}
