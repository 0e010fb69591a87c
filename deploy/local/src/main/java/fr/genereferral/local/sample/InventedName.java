package fr.genereferral.local.sample;

import java.util.random.RandomGenerator;

/**
 * A name that nobody bears, as like another one as two names are by chance: the platform compares every child with the others,
 * and would hold one that is called like the last.
 */
public final class InventedName {
    private static final String CONSONANTS = "BDFGKLMNPRTV";
    private static final String VOWELS = "AIOU";
    private static final int SYLLABLES = 6;

    private InventedName() {}

    /** Twelve capital letters: every name costs the same. */
    public static String drawn(RandomGenerator random) {
        var name = new StringBuilder();
        for (var syllable = 0; syllable < SYLLABLES; syllable++) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return name.toString();
    }
}
