package fr.genereferral.referral.likeness;

import java.util.Set;

/** Whether two names that are not near may be one name all the same: a person is asked, and nothing more follows from it. */
final class FaintLikeness {
    private FaintLikeness() {}

    /** Two slips in a short name, of which not both are another letter: that would make another name of it. */
    static boolean between(Set<String> ones, Set<String> others) {
        return ones.stream().anyMatch(one -> others.stream().anyMatch(other -> between(one, other)));
    }

    private static boolean between(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        return shorter >= NameLikeness.SHORT
                && (begins(one, other) || begins(other, one))
                && Slips.between(one, other) == 2
                && lettersInCommon(one, other) >= shorter - 1;
    }

    /** A hand seldom mistakes the first letter; it may come second. */
    private static boolean begins(String one, String other) {
        return other.indexOf(one.charAt(0)) == 0 || other.indexOf(one.charAt(0)) == 1;
    }

    private static int lettersInCommon(String one, String other) {
        var left = new StringBuilder(other);
        for (var letter : one.split("")) {
            var at = left.indexOf(letter);
            if (at >= 0) {
                left.deleteCharAt(at);
            }
        }
        return other.length() - left.length();
    }
}
