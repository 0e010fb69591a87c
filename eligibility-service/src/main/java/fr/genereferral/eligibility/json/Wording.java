package fr.genereferral.eligibility.json;

import fr.genereferral.eligibility.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The sentences of one language, with dates, numbers and ages as that language writes them. */
enum Wording {
    FR("fr", DateTimeFormatter.ofPattern("dd/MM/uuuu"), ','),
    EN("en", DateTimeFormatter.ISO_LOCAL_DATE, '.');

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

    private final DateTimeFormatter dates;
    private final char decimalPoint;
    private final Map<String, Sentence> sentences = new HashMap<>();

    Wording(String language, DateTimeFormatter dates, char decimalPoint) {
        Json.resource("wording.json")
                .properties()
                .forEach(entry -> sentences.put(
                        entry.getKey(),
                        Sentence.of(entry.getValue().required(language).asText())));
        this.dates = dates;
        this.decimalPoint = decimalPoint;
    }

    String of(Bilingual text) {
        return this == FR ? text.fr() : text.en();
    }

    String say(String key) {
        return sentence(key).text();
    }

    boolean knows(String key) {
        return sentences.containsKey(key);
    }

    /** The sentence with its placeholders filled; one without a value stays empty. */
    String say(String key, Map<String, String> values) {
        return say(key, name -> values.getOrDefault(name, ""));
    }

    /** @param value asked for the placeholders that the sentence has, and for no other */
    String say(String key, UnaryOperator<String> value) {
        return sentence(key).filled(value);
    }

    private Sentence sentence(String key) {
        var sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no sentence " + key);
        }
        return sentence;
    }

    String date(LocalDate day) {
        return dates.format(day);
    }

    String number(Object number) {
        var text = number instanceof BigDecimal exact ? exact.toPlainString() : number.toString();
        return NUMBER.matcher(text).matches() ? text.replace('.', decimalPoint) : text;
    }

    String age(Period age) {
        var parts = new ArrayList<String>();
        count(parts, age.getYears(), "year");
        count(parts, age.getMonths(), "month");
        count(parts, age.getDays(), "day");
        return parts.isEmpty() ? say("days", Map.of("n", "0")) : String.join(" ", parts);
    }

    private void count(ArrayList<String> parts, int n, String unit) {
        if (n != 0) {
            parts.add(n == 1 ? say(unit) : say(unit + "s", Map.of("n", String.valueOf(n))));
        }
    }
}
