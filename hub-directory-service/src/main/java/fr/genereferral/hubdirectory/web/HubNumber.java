package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Refused;
import java.util.regex.Pattern;

/** The number of a hub as it is sent. */
public final class HubNumber {
    /** A FINESS number; a hub abroad has a code of its own. The words of the row-level policies are none. */
    public static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,31}");

    private HubNumber() {}

    /** As it came in an address: of another form none is looked for. */
    public static String of(String given) {
        if (!FORM.matcher(given).matches()) {
            throw Refused.notFound();
        }
        return given;
    }
}
