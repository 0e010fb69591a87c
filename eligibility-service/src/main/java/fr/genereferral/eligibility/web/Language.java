package fr.genereferral.eligibility.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** French unless the caller prefers English. */
public final class Language {
    private static final String USUAL = "fr";

    private Language() {}

    public static String of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Reads the header itself: the framework answers 500 to one that is malformed. */
    static String of(String acceptLanguage) {
        if (acceptLanguage == null) {
            return USUAL;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-")[0])
                    .filter(language -> language.equals("fr") || language.equals("en"))
                    .findFirst()
                    .orElse(USUAL);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The second is what Java makes of a lonely hyphen.
            return USUAL;
        }
    }
}
