package fr.genereferral.referral.web;

/** JSON pointers (RFC 6901). */
public final class Pointers {
    private static final int LONGEST_NAME = 64;

    private Pointers() {}

    /** A field's name as a step of a pointer; a name nobody knows may be of any length. */
    public static String escaped(String name) {
        var step = name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME) - 1)) + "…";
        return step.replace("~", "~0").replace("/", "~1");
    }
}
