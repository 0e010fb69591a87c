package fr.genereferral.eligibility.json;

import fr.genereferral.eligibility.Demand;
import fr.genereferral.eligibility.FactState;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.Reading;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says values and demands as a clinician writes them: units in words, dilutions as 1:50, days and ages of the language. */
final class Quantities {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PERIOD = Pattern.compile("P\\d{1,4}[YMD]");
    /** Demands that are no comparison of numbers. */
    private static final Set<String> WORDS = Set.of("one-of", "within", "is");

    private final Knowledge knowledge;

    Quantities(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    String value(Wording wording, Reading reading) {
        if (reading.value() == null) {
            var found = reading.state() == FactState.PRESENT || reading.state() == FactState.ABSENT;
            var word = isAntibody(reading.input()) ? "detected." : "state.";
            return found ? wording.say(word + reading.state()) : "";
        }
        return quantity(wording, reading.input(), operator(reading), reading.value(), reading.unit());
    }

    private static String operator(Reading reading) {
        return reading.operator() == null || "=".equals(reading.operator().toString())
                ? ""
                : sign(reading.operator().toString());
    }

    private static String sign(String operator) {
        return operator.replace("<=", "≤").replace(">=", "≥") + " ";
    }

    private String quantity(Wording wording, Input input, String operator, Object value, String unit) {
        var text = value.toString();
        if (input.kind() == Input.Kind.FACT) {
            var label = knowledge.fact(input).values().get(text);
            if (label != null) {
                return wording.of(label);
            }
        }
        if (input.equals(Input.SEX)) {
            return wording.say("sex." + value);
        }
        if (isDay(text)) {
            return wording.date(LocalDate.parse(text));
        }
        if (isPeriod(text)) {
            return operator + wording.age(Period.parse(text));
        }
        var dilution = isAntibody(input) && !text.isBlank() && Character.isDigit(text.charAt(0)) ? "1:" : "";
        var inWords = unit == null ? "" : wording.unit(unit);
        return (operator + dilution + wording.number(value) + " " + inWords).strip();
    }

    /** Most values are neither a day nor a period: a look at them tells. */
    private static boolean isDay(String text) {
        return text.length() == "yyyy-mm-dd".length() && DAY.matcher(text).matches();
    }

    private static boolean isPeriod(String text) {
        return text.startsWith("P") && PERIOD.matcher(text).matches();
    }

    private static boolean isAntibody(Input input) {
        return input.kind() == Input.Kind.ANTIBODY || input.kind() == Input.Kind.DETECTION;
    }

    String demand(Wording wording, Demand demand, Reading reading) {
        if (reading == null) {
            var asked = demand.values().get(0);
            var shown = asked.startsWith("P") ? wording.age(Period.parse(asked)) : asked;
            return wording.say("at-least", Map.of("value", shown));
        }
        var sign = WORDS.contains(demand.operator()) ? "" : sign(demand.operator());
        return demand.values().stream()
                .map(value -> quantity(wording, reading.input(), sign, value, demand.unit()))
                .collect(Collectors.joining(" / "));
    }
}
