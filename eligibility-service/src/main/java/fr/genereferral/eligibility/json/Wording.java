package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;

/** The sentences of one language, with dates, numbers and ages as that language writes them. */
enum Wording {
    FR("fr", DateTimeFormatter.ofPattern("dd/MM/uuuu"), ','),
    EN("en", DateTimeFormatter.ISO_LOCAL_DATE, '.');

    private static final JsonNode SENTENCES = Json.resource("wording.json");

    private final String language;
    private final DateTimeFormatter dates;
    private final char decimalPoint;

    Wording(String language, DateTimeFormatter dates, char decimalPoint) {
        this.language = language;
        this.dates = dates;
        this.decimalPoint = decimalPoint;
    }

    String of(Bilingual text) {
        return this == FR ? text.fr() : text.en();
    }

    String say(String key) {
        return SENTENCES.required(key).required(language).asText();
    }

    boolean knows(String key) {
        return SENTENCES.has(key);
    }

    /** The sentence with its placeholders filled; one without a value stays empty. */
    String say(String key, Map<String, String> values) {
        var sentence = new StringBuilder();
        var rest = say(key);
        for (var open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
            var close = rest.indexOf('}', open);
            sentence.append(rest, 0, open).append(values.getOrDefault(rest.substring(open + 1, close), ""));
            rest = rest.substring(close + 1);
        }
        return sentence.append(rest).toString();
    }

    String date(LocalDate day) {
        return dates.format(day);
    }

    String number(Object number) {
        var text = number instanceof BigDecimal exact ? exact.toPlainString() : number.toString();
        return text.replace('.', decimalPoint);
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
