package fr.genereferral.eligibility.hgvs;

/**
 * What a change certainly covers: of uncertain bounds, the inner ones.
 *
 * @param from null when nothing certain is stated
 * @param to the same place for a change of one base; null when nothing certain is stated
 */
public record Extent(Position from, Position to) {
    static final Extent NOTHING = new Extent(null, null);

    /** Nothing for a range that is written backwards. */
    static Extent between(Position from, Position to) {
        return from == null || to == null || to.compareTo(from) < 0 ? NOTHING : new Extent(from, to);
    }

    public boolean isKnown() {
        return from != null;
    }

    /** Both ends lie within introns, so that whole exons lie between them. */
    public boolean isBetweenIntrons() {
        return isKnown() && from.isCoding() && to.isCoding() && from.offset() != 0 && to.offset() != 0;
    }

    /** Both ends lie within exons, so that what is between them can be counted in bases. */
    public boolean isWithinCoding() {
        return isKnown() && from.isCoding() && to.isCoding() && from.offset() == 0 && to.offset() == 0;
    }
}
