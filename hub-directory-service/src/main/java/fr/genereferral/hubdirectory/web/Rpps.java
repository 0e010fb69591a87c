package fr.genereferral.hubdirectory.web;

import java.util.regex.Pattern;

/** National number of a health professional: eleven digits, the last of which is a check digit. */
public final class Rpps {
    private static final Pattern FORM = Pattern.compile("[0-9]{11}");

    private Rpps() {}

    /** The field {@code rpps} of a person who may be named by it; null where it is not told. */
    public static String optional(BodyCheck person) {
        var rpps = person.optionalText("rpps", FORM, null);
        if (rpps != null && FORM.matcher(rpps).matches() && !Luhn.isRight(rpps)) {
            person.wrong("rpps", "WRONG_CHECK_DIGIT", null);
        }
        return rpps;
    }
}
