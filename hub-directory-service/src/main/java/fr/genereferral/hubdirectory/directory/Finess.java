package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.web.Luhn;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of sites and legal entities, and the codes of hubs abroad, which have none. */
final class Finess {
    static final Pattern FORM = Pattern.compile("([0-9]{2}|2[AB])[0-9]{7}");

    /** A country, and a code of its own. */
    static final Pattern ABROAD = Pattern.compile("([A-Z]{2})-[A-Z0-9][A-Z0-9-]{0,27}");

    private static final String HOME = "FR";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Finess() {}

    static boolean isHub(String id) {
        return FORM.matcher(id).matches() ? hasRightDigit(id) : isAbroad(id);
    }

    static boolean isAbroad(String id) {
        return ABROAD.matcher(id).matches()
                && COUNTRIES.contains(country(id))
                && !country(id).equals(HOME);
    }

    static String country(String id) {
        return ABROAD.matcher(id).matches() ? id.substring(0, 2) : HOME;
    }

    /** Luhn, where the letters of Corsica count as 1 and 2; the form has been checked before. */
    static boolean hasRightDigit(String number) {
        return Luhn.isRight(number.replace('A', '1').replace('B', '2'));
    }
}
