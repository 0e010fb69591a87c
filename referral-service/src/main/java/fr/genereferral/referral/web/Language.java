package fr.genereferral.referral.web;

import jakarta.ws.rs.core.HttpHeaders;

/** French unless the caller prefers English. */
public final class Language {
    private Language() {}

    public static String of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(locale -> locale.getLanguage())
                .filter(language -> language.equals("fr") || language.equals("en"))
                .findFirst()
                .orElse("fr");
    }
}
