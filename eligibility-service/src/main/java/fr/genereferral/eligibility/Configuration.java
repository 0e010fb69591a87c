package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether both alleles of a gene are affected, with the two things that may be uncertain kept apart: what a variant
 * means (classified) and where it lies (arranged).
 */
final class Configuration {
    private final Phases phases;
    private final boolean partial;

    /** Classified is unknown if an uncertain variant could decide; arranged takes the uncertain ones for pathogenic. */
    record Outcome(Truth classified, Truth arranged) {
        boolean isComplete() {
            return classified == Truth.TRUE && arranged == Truth.TRUE;
        }
    }

    Configuration(Phases phases, boolean partial) {
        this.phases = phases;
        this.partial = partial;
    }

    Outcome biallelic(Collection<VariantCall> calls) {
        var counting = calls.stream().filter(VariantCall::isPathogenic).toList();
        var uncertain = calls.stream().filter(c -> !c.isPathogenic()).toList();
        var sure = arranged(counting);
        if (sure == Truth.TRUE) {
            return new Outcome(Truth.TRUE, Truth.TRUE);
        }
        var atBest =
                arranged(Stream.concat(counting.stream(), uncertain.stream()).toList());
        var matters = uncertain.stream().anyMatch(v -> couldComplete(v, counting, uncertain));
        return new Outcome(matters ? Truth.UNKNOWN : Truth.TRUE, atBest);
    }

    /** Judges by the number of copies left: none is enough, one needs a variant on it, two need one on each. */
    Outcome byCopies(int copies, List<VariantCall> calls) {
        var onOneCopy = calls.stream().map(VariantCall::onOneCopy).toList();
        if (copies == 0) {
            return new Outcome(Truth.TRUE, Truth.TRUE);
        }
        if (copies == 1) {
            return onTheOnlyCopy(onOneCopy);
        }
        var outcome = biallelic(onOneCopy);
        // Two affected copies of three leave one that works: for people to judge, not for a machine.
        return copies > 2 && outcome.arranged() == Truth.TRUE
                ? new Outcome(outcome.classified(), Truth.UNKNOWN)
                : outcome;
    }

    private Outcome onTheOnlyCopy(List<VariantCall> calls) {
        if (calls.isEmpty()) {
            return new Outcome(Truth.TRUE, partial ? Truth.UNKNOWN : Truth.FALSE);
        }
        var sure = calls.stream().anyMatch(VariantCall::isPathogenic);
        return new Outcome(sure ? Truth.TRUE : Truth.UNKNOWN, Truth.TRUE);
    }

    private Truth arranged(List<VariantCall> calls) {
        if (calls.stream().anyMatch(this::isOnEveryCopy)) {
            return Truth.TRUE;
        }
        var possible = partial || calls.stream().anyMatch(c -> c.copies() == null);
        for (var one : calls) {
            for (var other : calls) {
                var lie = one == other ? Arrangement.SINGLE : phases.between(one.key(), other.key());
                if (lie == Arrangement.TRANS) {
                    return Truth.TRUE;
                }
                possible |= lie == Arrangement.UNKNOWN;
            }
        }
        return possible ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Hemizygous in a gene with two alleles: the other copy is missing, so the one left is affected. */
    private boolean isOnEveryCopy(VariantCall call) {
        return call.copies() == Zygosity.HOMOZYGOUS || call.copies() == Zygosity.HEMIZYGOUS;
    }

    /** True if the uncertain variant, were it pathogenic, could lie where no counting one is known to lie. */
    private boolean couldComplete(VariantCall uncertain, List<VariantCall> counting, List<VariantCall> others) {
        if (uncertain.copies() == null || isOnEveryCopy(uncertain)) {
            return true;
        }
        if (counting.isEmpty()) {
            return arranged(others) != Truth.FALSE;
        }
        var lies = counting.stream()
                .map(c -> phases.between(uncertain.key(), c.key()))
                .collect(Collectors.toSet());
        return lies.contains(Arrangement.TRANS) || !lies.contains(Arrangement.CIS);
    }
}
