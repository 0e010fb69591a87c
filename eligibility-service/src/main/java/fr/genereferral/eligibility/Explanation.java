package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    /** Nothing is missing, but what is there cannot all be true: each of it is in question. */
    static Explanation contradiction(String node, List<Explanation> parts) {
        return connective(
                node, Truth.UNKNOWN, parts.stream().map(Explanation::inQuestion).toList());
    }

    private Explanation inQuestion() {
        var doubted = reading != null && reading.isUsable() ? reading.shortOf(Shortfall.CONFLICTING) : reading;
        var doubtedParts = parts.stream().map(Explanation::inQuestion).toList();
        return new Explanation(node, Truth.UNKNOWN, doubtedParts, doubted, demand, details);
    }

    static Explanation count(int atLeast, Truth truth, List<Explanation> parts) {
        var demand = new Demand(Comparison.AT_LEAST.toString(), List.of(String.valueOf(atLeast)), null);
        return new Explanation("count", truth, parts, null, demand, Map.of("count", String.valueOf(atLeast)));
    }

    static Explanation leaf(String node, Truth truth, Reading reading, Demand demand) {
        return new Explanation(node, truth, List.of(), reading, demand, Map.of());
    }

    static Explanation age(Truth truth, Evidence evidence, Leaf.AgeReached bound) {
        var birth = evidence.dossier().birthDate();
        var reached = Age.between(birth, evidence.day());
        var details = Map.of(
                "day", evidence.day().toString(),
                "age", reached.toString(),
                "reachedOn", Age.reachedOn(birth, bound.age()).toString());
        return new Explanation("age", truth, List.of(), null, bound.demand(), details);
    }

    static Explanation note(String node, Truth truth, Map<String, String> details, List<Explanation> parts) {
        return new Explanation(node, truth, parts, null, null, details);
    }

    static Explanation note(String node, Truth truth, Reading reading, Map<String, String> details) {
        return new Explanation(node, truth, List.of(), reading, null, details);
    }

    /** The readings for want of which this is unknown; what cannot change it any more is left out. */
    void eachWanting(Consumer<Reading> wanted) {
        if (truth != Truth.UNKNOWN) {
            return;
        }
        if (reading != null && !reading.isUsable()) {
            wanted.accept(reading);
        }
        parts.forEach(part -> part.eachWanting(wanted));
    }

    /** The days on which what holds today is over. */
    Stream<LocalDate> ends() {
        var own = Stream.ofNullable(details.get("endsOn")).map(LocalDate::parse);
        return truth == Truth.TRUE ? Stream.concat(own, parts.stream().flatMap(Explanation::ends)) : Stream.empty();
    }

    /** All readings that were looked at. */
    Stream<Reading> readings() {
        return Stream.concat(Stream.ofNullable(reading), parts.stream().flatMap(Explanation::readings));
    }
}
