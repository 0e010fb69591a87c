package fr.genereferral.eligibility.json;

import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Explanation;
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
    private final Quantities quantities;

    Sentences(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.quantities = new Quantities(knowledge);
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
            return wording.of(knowledge.fact(input).label());
        }
        if (input.kind() == Input.Kind.PATIENT) {
            return wording.say("label.patient." + input.code());
        }
        var gene = knowledge.genetics().genes().get(input.code());
        var symbol = gene == null ? input.code() : gene.symbol();
        return wording.say("label." + input.kind(), Map.of("code", input.code(), "symbol", symbol));
    }

    private String say(Wording wording, Explanation node) {
        return wording.node(node.node()).of(node.reading()).filled(name -> word(wording, node, name));
    }

    /** What stands for a placeholder. */
    private String word(Wording wording, Explanation node, String name) {
        if (name.equals("completeness")) {
            return wording.say("completeness." + (node.truth().isTrue() ? "true" : "unknown"));
        }
        if (name.equals("demand") && node.demand() != null) {
            return quantities.demand(wording, node.demand(), node.reading());
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
            case "value" -> quantities.value(wording, reading);
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

    private static String dated(Wording wording, LocalDate date) {
        return date == null ? wording.say("undated") : wording.say("dated", name -> wording.date(date));
    }

    private String why(Wording wording, Reading reading) {
        if (reading.shortfall() == null) {
            return "";
        }
        if (reading.shortfall() == Shortfall.PENDING && reading.expected() == null) {
            return wording.say("why.pending.open");
        }
        if (!reading.contradicting().isEmpty()) {
            return wording.say("why." + reading.shortfall() + ".values", name -> contradicting(wording, reading));
        }
        return wording.why(reading.shortfall()).filled(name -> switch (name) {
            case "value" -> quantities.value(wording, reading);
            case "date" -> dated(wording, reading.date());
            case "expected" -> reading.expected() == null ? "" : wording.date(reading.expected());
            case "until" -> reading.staleAfter() == null ? "" : wording.date(reading.staleAfter());
            default -> "";
        });
    }

    private String contradicting(Wording wording, Reading reading) {
        return reading.contradicting().stream()
                .map(statement -> quantities.value(wording, statement) + ", " + dated(wording, statement.date()))
                .collect(Collectors.joining(" / "));
    }
}
