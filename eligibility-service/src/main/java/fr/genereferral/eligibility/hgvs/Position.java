package fr.genereferral.eligibility.hgvs;

import java.util.Comparator;

/**
 * A place in a sequence, counted as in HGVS.
 *
 * @param region where the base is counted from
 * @param base the nearest base of an exon, from 1
 * @param offset bases into the intron: negative before an exon, positive after one, 0 within
 */
public record Position(Region region, int base, int offset) implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparing(Position::region)
            .thenComparing(position -> position.region == Region.BEFORE ? -position.base : position.base)
            .thenComparing(Position::offset);

    /** Before the start codon (-), between start and stop, or behind the stop codon (*). */
    public enum Region {
        BEFORE,
        CODING,
        BEHIND
    }

    public boolean isCoding() {
        return region == Region.CODING;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
