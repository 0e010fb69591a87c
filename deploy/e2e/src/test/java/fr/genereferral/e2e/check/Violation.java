package fr.genereferral.e2e.check;

/**
 * Something that must never be.
 *
 * @param invariant its short name, for example I1
 * @param what in words, with the ids concerned
 */
public record Violation(String invariant, String what) {
    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
