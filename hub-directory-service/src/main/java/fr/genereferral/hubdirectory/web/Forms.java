package fr.genereferral.hubdirectory.web;

import java.util.regex.Pattern;

/** What may be sent in more than one place. */
public final class Forms {
    /** An id of the catalogue of therapies, for example ONA-IV. */
    public static final Pattern THERAPY = Pattern.compile("[A-Z0-9]{2,8}(-[A-Z0-9]{2,8})?");

    /** Who says so, in words; does not begin as a formula does in a spreadsheet. */
    public static final Pattern SOURCE = Pattern.compile(
            "[^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029=+@-][^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]{0,199}");

    /** A person's pseudonym, as the identity provider gives it: in no other form, so that nobody writes a name there. */
    public static final Pattern USER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Forms() {}
}
