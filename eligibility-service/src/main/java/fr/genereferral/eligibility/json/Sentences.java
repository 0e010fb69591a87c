package fr.genereferral.eligibility.json;

import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Demand;
import fr.genereferral.eligibility.Explanation;
import fr.genereferral.eligibility.FactState;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.Reading;
import fr.genereferral.eligibility.Shortfall;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says an explanation's nodes in words: the value used and its date, what was asked for, and why nothing is known. */
final class Sentences {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PERIOD = Pattern.compile("P\\d{1,4}[YMD]");
    /** Demands that are no comparison of numbers. */
    private static final Set<String> WORDS = Set.of("one-of", "within", "is");

    private final Knowledge knowledge;

    Sentences(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    static Bilingual both(Function<Wording, String> say) {
        return new Bilingual(say.apply(Wording.FR), say.apply(Wording.EN));
    }

    Bilingual of(Explanation node) {
        return both(wording -> say(wording, node));
    }

    Bilingual label(Input input) {
        return both(wording -> label(wording, input));
    }

    private String label(Wording wording, Input input) {
        if (input.kind() == Input.Kind.FACT) {
            return wording.of(knowledge.facts().get(input.code()).label());
        }
        if (input.kind() == Input.Kind.PATIENT) {
            return wording.say("label.patient." + input.code());
        }
        var gene = knowledge.genetics().genes().get(input.code());
        var symbol = gene == null ? input.code() : gene.symbol();
        return wording.say("label." + input.kind(), Map.of("code", input.code(), "symbol", symbol));
    }

    private String say(Wording wording, Explanation node) {
        var reading = node.reading();
        var key = "node." + node.node();
        var unknown = reading != null && !reading.isUsable() && wording.knows(key + ".unknown");
        var ofPatient =
                reading != null && reading.input().kind() == Input.Kind.PATIENT && wording.knows(key + ".patient");
        var said = unknown ? key + ".unknown" : ofPatient ? key + ".patient" : key;
        return wording.say(said, name -> word(wording, node, name));
    }

    /** What stands for a placeholder. */
    private String word(Wording wording, Explanation node, String name) {
        if (name.equals("completeness")) {
            return wording.say("completeness." + (node.truth().isTrue() ? "true" : "unknown"));
        }
        if (name.equals("demand") && node.demand() != null) {
            return demand(wording, node.demand(), node.reading());
        }
        var said = node.reading() == null ? null : word(wording, node.reading(), name);
        if (said != null) {
            return said;
        }
        var detail = node.details().get(name);
        return detail == null ? "" : detail(wording, name, detail);
    }

    private String word(Wording wording, Reading reading, String name) {
        return switch (name) {
            case "label" -> label(wording, reading.input());
            case "value" -> value(wording, reading);
            case "date" -> dated(wording, reading.date());
            case "why" -> why(wording, reading);
            default -> null;
        };
    }

    private static String detail(Wording wording, String name, String value) {
        return switch (name) {
            case "age" -> wording.age(Period.parse(value));
            case "day", "reachedOn" -> wording.date(LocalDate.parse(value));
            case "zygosity" -> wording.say("zygosity." + value);
            case "reason" -> wording.say("reason." + value);
            case "demanded" -> wording.say("demanded." + value);
            case "frame" -> wording.say("frame." + value);
            case "modernForm" -> value.isEmpty() ? wording.say("none") : value;
            case "phase" -> value.isEmpty() ? wording.say("phase.none") : value;
            default -> value;
        };
    }

    private String value(Wording wording, Reading reading) {
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
        if (input.kind() == Input.Kind.FACT) {
            var label = knowledge.facts().get(input.code()).values().get(value.toString());
            if (label != null) {
                return wording.of(label);
            }
        }
        if (input.equals(Input.SEX)) {
            return wording.say("sex." + value);
        }
        if (DAY.matcher(value.toString()).matches()) {
            return wording.date(LocalDate.parse(value.toString()));
        }
        if (PERIOD.matcher(value.toString()).matches()) {
            return operator + wording.age(Period.parse(value.toString()));
        }
        var dilution = isAntibody(input) && !value.toString().isBlank() && isNumber(value);
        return (operator + (dilution ? "1:" : "") + wording.number(value) + " " + unit(wording, unit)).strip();
    }

    /** UCUM writes for machines; some units have words. */
    private static String unit(Wording wording, String unit) {
        if (unit == null) {
            return "";
        }
        return wording.knows("unit." + unit) ? wording.say("unit." + unit) : unit;
    }

    private static boolean isAntibody(Input input) {
        return input.kind() == Input.Kind.ANTIBODY || input.kind() == Input.Kind.DETECTION;
    }

    private static boolean isNumber(Object value) {
        return Character.isDigit(value.toString().charAt(0));
    }

    private static String dated(Wording wording, LocalDate date) {
        return date == null ? wording.say("undated") : wording.say("dated", Map.of("date", wording.date(date)));
    }

    private String demand(Wording wording, Demand demand, Reading reading) {
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

    private String why(Wording wording, Reading reading) {
        if (reading.shortfall() == null) {
            return "";
        }
        var key = "why." + reading.shortfall();
        if (reading.shortfall() == Shortfall.PENDING && reading.expected() == null) {
            return wording.say(key + ".open");
        }
        if (!reading.contradicting().isEmpty()) {
            return wording.say(key + ".values", Map.of("values", contradicting(wording, reading)));
        }
        return wording.say(key, name -> switch (name) {
            case "value" -> value(wording, reading);
            case "date" -> dated(wording, reading.date());
            case "expected" -> reading.expected() == null ? "" : wording.date(reading.expected());
            case "until" -> reading.staleAfter() == null ? "" : wording.date(reading.staleAfter());
            default -> "";
        });
    }

    private String contradicting(Wording wording, Reading reading) {
        return reading.contradicting().stream()
                .map(statement -> value(wording, statement) + ", " + dated(wording, statement.date()))
                .collect(Collectors.joining(" / "));
    }
}
