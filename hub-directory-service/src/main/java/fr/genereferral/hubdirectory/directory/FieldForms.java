package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.HubField;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the fields of an entry may look like, in a body and in a file. */
final class FieldForms {
    static final int MOST_ITEMS = 20;

    /** None of it begins as a formula does in a spreadsheet. */
    private static final String LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}=+@\\t-][^\\p{Cc}\\p{Zl}\\p{Zp}]";

    private static final Pattern NAME = Pattern.compile(LINE + "{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{2,20}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?: ?[0-9]){5,17}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,120}\\.[A-Za-z]{2,24}");

    /** As OpenStreetMap writes it: {@code Mo-Fr 08:30-17:00; Sa 09:00-12:00}. */
    private static final Pattern OPENING = opening();

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> FILIERES = filieres();

    private FieldForms() {}

    /** Of the value, or of each item of a list. */
    static Pattern of(HubField field) {
        return switch (field) {
            case NAME, CITY -> NAME;
            case KIND -> Pattern.compile("HUB|RELAY");
            case OPEN -> Pattern.compile("true|false");
            case FINESS_EJ, SITES -> Finess.FORM;
            case FILIERES -> CODE;
            case LANGUAGES -> LANGUAGE;
            case PHONE -> PHONE;
            case EMAIL, SECURE_EMAIL -> EMAIL;
            case OPENING -> OPENING;
        };
    }

    /** What is wrong with a value that has the right form: a code of {@code problems.json}. */
    static Optional<String> fault(HubField field, String value) {
        return switch (field) {
            case FINESS_EJ, SITES -> Optional.of("WRONG_CHECK_DIGIT").filter(code -> !Finess.hasRightDigit(value));
            case LANGUAGES -> Optional.of("VALUE_NOT_ALLOWED").filter(code -> !LANGUAGES.contains(value));
            case FILIERES -> Optional.of("VALUE_NOT_ALLOWED").filter(code -> !FILIERES.contains(value));
            default -> Optional.empty();
        };
    }

    private static Pattern opening() {
        var day = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
        var hour = "(?:[01][0-9]|2[0-4]):[0-5][0-9]";
        var rule = day + "(?:-" + day + ")? " + hour + "-" + hour;
        return Pattern.compile("24/7|" + rule + "(?:; " + rule + "){0,13}");
    }

    private static Set<String> filieres() {
        try (var in = FieldForms.class.getResourceAsStream("/directory/filieres.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")[0]).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
