package fr.genereferral.referral.web;

import java.util.Locale;
import java.util.ResourceBundle;

/** Words for codes, in the caller's language. */
public final class Texts {
    private final ResourceBundle words;

    private Texts(ResourceBundle words) {
        this.words = words;
    }

    /** Without the usual fall-back, which is the language of the machine: French stands in the file without a suffix. */
    public static Texts in(String language) {
        return new Texts(ResourceBundle.getBundle(
                "timeline",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** @param otherwise for a key that has no words: another service may have added a code meanwhile */
    public String of(String key, String otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }
}
