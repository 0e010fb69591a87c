package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Refused;
import java.util.regex.Pattern;

/** The number of a hub as it came in an address: of another form none is looked for. */
final class HubNumber {
    /** A FINESS number; a hub abroad has a code of its own. */
    static final Pattern FORM = Pattern.compile("[0-9A-Z][0-9A-Z-]{1,31}");

    private HubNumber() {}

    static String of(String given) {
        if (!FORM.matcher(given).matches()) {
            throw Refused.notFound();
        }
        return given;
    }
}
