package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.Extent;
import fr.genereferral.eligibility.hgvs.Position;
import java.util.List;
import java.util.Optional;

/**
 * The exons of a coding sequence and what becomes of the reading frame when some are lost or doubled.
 *
 * @param lengths coding bases of each exon, in their order
 * @param nearBases how far into an intron a change still touches the exon beside it
 * @param frameExceptions deletions for which the frame does not predict the protein
 */
public record ExonMap(List<Integer> lengths, int nearBases, List<Span> frameExceptions) {

    /** Exons from first to last, both included, counted from 1. */
    public record Span(int first, int last) {
        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }

        boolean overlaps(Span other) {
            return first <= other.last && other.first <= last;
        }
    }

    int last() {
        return lengths.size();
    }

    /** The exons that a change touches for certain; empty when none can be told. */
    Optional<Span> touchedBy(Extent extent) {
        return extent.isKnown()
                ? span(first(extent.from(), nearBases), last(extent.to(), nearBases))
                : Optional.empty();
    }

    /** The exons that lie whole between two introns; empty for a change that is of another kind. */
    Optional<Span> takenBy(Extent extent) {
        return extent.isBetweenIntrons() ? span(first(extent.from(), 0), last(extent.to(), 0)) : Optional.empty();
    }

    Optional<Span> span(int first, int last) {
        return first < 1 || first > last || last > last() ? Optional.empty() : Optional.of(new Span(first, last));
    }

    /** Counted from there to the right: a place behind an exon touches it only when it is near. */
    private int first(Position from, int near) {
        var exon = exonOf(from);
        return from.offset() > near ? exon + 1 : exon;
    }

    /** Counted from there to the left. */
    private int last(Position to, int near) {
        var exon = exonOf(to);
        return to.offset() < -near ? exon - 1 : exon;
    }

    private int exonOf(Position position) {
        return switch (position.region()) {
            case BEFORE -> 1;
            case BEHIND -> last();
            case CODING -> exonOf(position.base());
        };
    }

    private int exonOf(int base) {
        var exon = 1;
        for (var end = lengths.get(0); exon < last() && base > end; end += lengths.get(exon - 1)) {
            exon++;
        }
        return exon;
    }

    /** The first or the last exon is among them: there the frame does not tell what becomes of the protein. */
    boolean isAtAnEnd(Span exons) {
        return exons.first() == 1 || exons.last() == last();
    }

    /** Whether losing or doubling whole exons shifts the frame; unknown at the ends and for the listed exceptions. */
    Truth shiftsFrame(Span exons) {
        if (isAtAnEnd(exons) || frameExceptions.contains(exons)) {
            return Truth.UNKNOWN;
        }
        var bases = lengths.subList(exons.first() - 1, exons.last()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        return Truth.of(bases % 3 != 0);
    }
}
