package fr.genereferral.eligibility.hgvs;

import fr.genereferral.eligibility.hgvs.Unusable.Reason;
import java.util.regex.Pattern;

/** The usual ways in which a name is none of the profile, so that the laboratory is told what to change. */
final class Misspelling {
    private static final Pattern UNVERSIONED = Pattern.compile("(?:N[MRCG]_\\d+|ENST\\d+)(?:\\([^)]*\\))?:");
    private static final Pattern PROTEIN = Pattern.compile("(?:.*[:\\s])?p\\..*|NP_.*");
    private static final Pattern BARE = Pattern.compile("[cngm]\\..*");
    private static final Pattern LEGACY_INTRON = Pattern.compile(".*\\bIVS\\s?\\d.*");

    private Misspelling() {}

    /** @param found where the reader stopped */
    static Reason of(String text, Unusable found) {
        if (LEGACY_INTRON.matcher(text).matches()) {
            return Reason.LEGACY_INTRON;
        }
        if (PROTEIN.matcher(text).matches()) {
            return Reason.PROTEIN_ONLY;
        }
        if (UNVERSIONED.matcher(text).lookingAt()) {
            return Reason.VERSION_MISSING;
        }
        return BARE.matcher(text).matches() ? Reason.NO_REFERENCE : found.reason();
    }
}
