package fr.genereferral.local.demo;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the demonstration: French where the terminal is French, English elsewhere. */
final class Texts {
    private static final String LANGUAGE = Optional.ofNullable(System.getProperty("demo.language"))
            .orElse(Optional.ofNullable(System.getenv("LANG")).orElse("").startsWith("fr") ? "fr" : "en");
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("demo.texts", Locale.forLanguageTag(LANGUAGE.equals("fr") ? "" : "en"));

    private Texts() {}

    static String language() {
        return LANGUAGE;
    }

    static String of(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
