package fr.genereferral.eligibility;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Why a criterion is true, false or unknown, node by node; words are added where it is written.
 *
 * @param node which kind of node; also the key of its sentence
 * @param reading the input used; null for a connective and for an age
 * @param demand what was asked for; null for a connective
 * @param details what the sentence names besides, by placeholder
 */
public record Explanation(
        String node,
        Truth truth,
        List<Explanation> parts,
        Reading reading,
        Demand demand,
        Map<String, String> details) {

    static Explanation connective(String node, Truth truth, List<Explanation> parts) {
        return new Explanation(node, truth, parts, null, null, Map.of());
    }

    static Explanation count(int atLeast, Truth truth, List<Explanation> parts) {
        var demand = new Demand(Comparison.AT_LEAST.toString(), List.of(String.valueOf(atLeast)), null);
        return new Explanation("count", truth, parts, null, demand, Map.of("count", String.valueOf(atLeast)));
    }

    static Explanation leaf(String node, Truth truth, Reading reading, Demand demand) {
        return new Explanation(node, truth, List.of(), reading, demand, Map.of());
    }

    static Explanation age(Truth truth, Evidence evidence, Period age) {
        var birth = evidence.dossier().birthDate();
        var reached = Period.between(birth, evidence.day());
        var details = Map.of(
                "day", evidence.day().toString(),
                "age", reached.toString(),
                "reachedOn", Age.reachedOn(birth, age).toString());
        var demand = new Demand(Comparison.AT_LEAST.toString(), List.of(age.toString()), null);
        return new Explanation("age", truth, List.of(), null, demand, details);
    }

    static Explanation note(String node, Truth truth, Map<String, String> details, List<Explanation> parts) {
        return new Explanation(node, truth, parts, null, null, details);
    }

    static Explanation note(String node, Truth truth, Reading reading, Map<String, String> details) {
        return new Explanation(node, truth, List.of(), reading, null, details);
    }

    /** The readings for want of which this is unknown; what cannot change it any more is left out. */
    Stream<Reading> wanting() {
        if (truth != Truth.UNKNOWN) {
            return Stream.empty();
        }
        var own = reading != null && !reading.isUsable() ? Stream.of(reading) : Stream.<Reading>empty();
        return Stream.concat(own, parts.stream().flatMap(Explanation::wanting));
    }

    /** All readings that were looked at. */
    Stream<Reading> readings() {
        return Stream.concat(Stream.ofNullable(reading), parts.stream().flatMap(Explanation::readings));
    }
}
