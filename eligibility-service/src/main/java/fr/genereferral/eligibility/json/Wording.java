package fr.genereferral.eligibility.json;

import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Shortfall;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The sentences of one language, with dates, numbers and ages as that language writes them. */
enum Wording {
    FR("fr", DateTimeFormatter.ofPattern("dd/MM/uuuu"), ','),
    EN("en", DateTimeFormatter.ISO_LOCAL_DATE, '.');

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");
    private static final String NODE = "node.";
    private static final String UNIT = "unit.";

    private final DateTimeFormatter dates;
    private final char decimalPoint;
    private final Map<String, Sentence> sentences = new HashMap<>();
    private final Map<String, NodeSentences> nodes = new HashMap<>();
    private final Map<Shortfall, Sentence> whys = new EnumMap<>(Shortfall.class);
    private final Map<String, String> units = new HashMap<>();

    Wording(String language, DateTimeFormatter dates, char decimalPoint) {
        Json.resource("wording.json")
                .properties()
                .forEach(entry -> sentences.put(
                        entry.getKey(),
                        Sentence.of(entry.getValue().required(language).asText())));
        sentences.keySet().forEach(this::sort);
        for (var shortfall : Shortfall.values()) {
            whys.put(shortfall, sentence("why." + shortfall));
        }
        this.dates = dates;
        this.decimalPoint = decimalPoint;
    }

    /** What is said for every node is found by its own word. */
    private void sort(String key) {
        if (key.startsWith(NODE)) {
            var node =
                    new NodeSentences(sentence(key), sentences.get(key + ".unknown"), sentences.get(key + ".patient"));
            nodes.put(key.substring(NODE.length()), node);
        }
        if (key.startsWith(UNIT)) {
            units.put(key.substring(UNIT.length()), say(key));
        }
    }

    String of(Bilingual text) {
        return this == FR ? text.fr() : text.en();
    }

    String say(String key) {
        return sentence(key).text();
    }

    NodeSentences node(String word) {
        var node = nodes.get(word);
        if (node == null) {
            throw new IllegalArgumentException("no sentence " + NODE + word);
        }
        return node;
    }

    Sentence why(Shortfall shortfall) {
        return whys.get(shortfall);
    }

    /** UCUM writes for machines; some units have words. */
    String unit(String ucum) {
        return units.getOrDefault(ucum, ucum);
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
        return text.indexOf('.') > 0 && NUMBER.matcher(text).matches() ? text.replace('.', decimalPoint) : text;
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
