package fr.genereferral.eligibility;

import fr.genereferral.eligibility.GeneticDemand.Alleles;
import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the alleles that a therapy demands are affected, with the two things that may be uncertain kept apart: what a
 * variant means (classified) and where it lies (arranged).
 */
final class Configuration {
    private final Phases phases;
    private final boolean partial;
    private final Alleles alleles;

    /** Classified is unknown if an uncertain variant could decide; arranged takes the uncertain ones for pathogenic. */
    record Outcome(Truth classified, Truth arranged) {
        boolean isComplete() {
            return classified == Truth.TRUE && arranged == Truth.TRUE;
        }
    }

    Configuration(Phases phases, boolean partial, Alleles alleles) {
        this.phases = phases;
        this.partial = partial;
        this.alleles = alleles;
    }

    /** One affected copy is enough. */
    Outcome oneAllele(List<VariantCall> calls) {
        return anyOf(calls, call -> Truth.TRUE);
    }

    /**
     * One affected copy is enough where there is no other, in a male.
     *
     * @param carriers a woman with one affected copy has the disease as well
     */
    Outcome onX(List<VariantCall> calls, String sex, boolean carriers) {
        return anyOf(calls, call -> carriers ? Truth.TRUE : onX(call, sex));
    }

    /** A woman with one affected copy is for people to judge, whatever the laboratory calls it. */
    private static Truth onX(VariantCall call, String sex) {
        if (call.copies() == Zygosity.HOMOZYGOUS) {
            return Truth.TRUE;
        }
        if (call.copies() == Zygosity.HEMIZYGOUS) {
            return "female".equals(sex) ? Truth.UNKNOWN : Truth.TRUE;
        }
        return "male".equals(sex) && call.copies() != Zygosity.HETEROZYGOUS ? Truth.TRUE : Truth.UNKNOWN;
    }

    private Outcome anyOf(List<VariantCall> calls, Function<VariantCall, Truth> place) {
        var counting = Few.where(calls, VariantCall::isPathogenic);
        var deciding = counting.isEmpty() ? calls : counting;
        if (deciding.isEmpty()) {
            return new Outcome(Truth.TRUE, partial ? Truth.UNKNOWN : Truth.FALSE);
        }
        var arranged = deciding.stream().map(place).reduce(Truth.FALSE, Truth::or);
        return new Outcome(counting.isEmpty() ? Truth.UNKNOWN : Truth.TRUE, arranged);
    }

    Outcome biallelic(List<VariantCall> calls) {
        var counting = Few.where(calls, VariantCall::isPathogenic);
        var uncertain = Few.where(calls, call -> !call.isPathogenic());
        var sure = arranged(counting);
        if (sure == Truth.TRUE) {
            return new Outcome(Truth.TRUE, Truth.TRUE);
        }
        var atBest = uncertain.isEmpty()
                ? sure
                : arranged(Stream.concat(counting.stream(), uncertain.stream()).toList());
        // What could not complete it even as a pathogenic variant is not needed.
        var matters = atBest != Truth.FALSE && Few.any(uncertain, call -> couldComplete(call, counting, uncertain));
        return new Outcome(matters ? Truth.UNKNOWN : Truth.TRUE, isPhaseOpen(counting) ? Truth.UNKNOWN : atBest);
    }

    /** Two that count may lie on one allele or on both: whatever the uncertain ones are, that is to be found out. */
    boolean isPhaseOpen(List<VariantCall> counting) {
        return Few.any(
                counting,
                one -> Few.any(
                        counting,
                        other -> one != other && opposite(one, other).and(alleles.suit(one, other)) == Truth.UNKNOWN));
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
        var found = Truth.of(false);
        if (partial || Few.any(calls, call -> call.copies() == null)) {
            found = Truth.UNKNOWN;
        }
        for (var one : calls) {
            if (isOnEveryCopy(one)) {
                found = found.or(alleles.suit(one, one));
            }
            for (var other : calls) {
                found = found.or(
                        one == other ? Truth.FALSE : opposite(one, other).and(alleles.suit(one, other)));
            }
        }
        return found;
    }

    private Truth opposite(VariantCall one, VariantCall other) {
        return switch (phases.between(one.key(), other.key())) {
            case TRANS -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
            case CIS, SINGLE, ALONE -> Truth.FALSE;
        };
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
