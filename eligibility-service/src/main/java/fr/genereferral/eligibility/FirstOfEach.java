package fr.genereferral.eligibility;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Lets the first reading of each input pass: two leaves that want the same thing ask for it once. */
final class FirstOfEach implements Predicate<Reading> {
    private final Set<Input> seen = new HashSet<>();

    @Override
    public boolean test(Reading reading) {
        return seen.add(reading.input());
    }
}
