package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Demand;
import fr.genereferral.eligibility.Truth;
import java.util.List;
import java.util.Map;

/** One node of an explanation, with the same words as the engine's own. */
public record Node(
        String kind, Truth truth, List<Node> parts, Reading reading, Demand demand, Map<String, String> details) {

    static Node of(String kind, Truth truth, List<Node> parts) {
        return new Node(kind, truth, parts, null, null, Map.of());
    }

    static Node leaf(String kind, Truth truth, Reading reading, Demand demand) {
        return new Node(kind, truth, List.of(), reading, demand, Map.of());
    }

    static Node note(String kind, Truth truth, Reading reading, Map<String, String> details) {
        return new Node(kind, truth, List.of(), reading, null, details);
    }
}
