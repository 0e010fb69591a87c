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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says an explanation's nodes in words: the value used and its date, what was asked for, and why nothing is known. */
final class Sentences {
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
        var gene = knowledge.genetics().genes().get(input.code());
        var symbol = gene == null ? input.code() : gene.symbol();
        return wording.say("label." + input.kind(), Map.of("code", input.code(), "symbol", symbol));
    }

    private String say(Wording wording, Explanation node) {
        var reading = node.reading();
        var key = "node." + node.node();
        var unknown = reading != null && !reading.isUsable() && wording.knows(key + ".unknown");
        return wording.say(unknown ? key + ".unknown" : key, name -> word(wording, node, name));
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
            case "modernForm" -> value.isEmpty() ? wording.say("none") : value;
            case "phase" -> value.isEmpty() ? wording.say("phase.none") : value;
            default -> value;
        };
    }

    private String value(Wording wording, Reading reading) {
        if (reading.value() == null) {
            var found = reading.state() == FactState.PRESENT || reading.state() == FactState.ABSENT;
            return found ? wording.say("state." + reading.state()) : "";
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
        var dilution = input.kind() == Input.Kind.ANTIBODY && !value.toString().isBlank() && isNumber(value);
        return operator + (dilution ? "1:" : "") + wording.number(value) + (unit == null ? "" : " " + unit);
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
        var sign = demand.operator().equals("one-of") ? "" : sign(demand.operator());
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
        return wording.say(key, name -> switch (name) {
            case "value" -> value(wording, reading);
            case "date" -> dated(wording, reading.date());
            case "expected" -> reading.expected() == null ? "" : wording.date(reading.expected());
            case "until" -> reading.staleAfter() == null ? "" : wording.date(reading.staleAfter());
            default -> "";
        });
    }
}
