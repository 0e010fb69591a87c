package fr.genereferral.bench.rules.drools;

import fr.genereferral.bench.rules.question.Question;
import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.Demand;
import fr.genereferral.eligibility.FactState;
import fr.genereferral.eligibility.Shortfall;
import fr.genereferral.eligibility.Truth;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the consequences of the rules call: leaves in three values, and what joins them. */
public final class Demands {
    private static final Demand PRESENT = new Demand("is", List.of("present"), null);
    private static final Demand KNOWN = new Demand("is", List.of("known"), null);
    /** The rules name limits and ages as texts; each is parsed once. */
    private static final Map<String, BigDecimal> LIMITS = new ConcurrentHashMap<>();

    private static final Map<String, Period> AGES = new ConcurrentHashMap<>();

    private Demands() {}

    public static Node holds(Reading reading) {
        var truth = reading.usable() ? Truth.of(reading.state() == FactState.PRESENT) : Truth.UNKNOWN;
        return Node.leaf("holds", truth, reading, PRESENT);
    }

    /** Never false: what is not known today may be known tomorrow. */
    public static Node present(Reading reading) {
        return Node.leaf("present", reading.usable() ? Truth.TRUE : Truth.UNKNOWN, reading, KNOWN);
    }

    public static Node oneOf(Reading reading, String... codes) {
        var allowed = List.of(codes);
        var truth = reading.usable() ? Truth.of(allowed.contains(reading.value())) : Truth.UNKNOWN;
        return Node.leaf("one-of", truth, reading, new Demand("one-of", allowed, null));
    }

    public static Node less(Reading reading, String limit, String unit) {
        return compare(reading, Comparison.LESS, limit, unit);
    }

    public static Node atMost(Reading reading, String limit, String unit) {
        return compare(reading, Comparison.AT_MOST, limit, unit);
    }

    public static Node atLeast(Reading reading, String limit, String unit) {
        return compare(reading, Comparison.AT_LEAST, limit, unit);
    }

    public static Node more(Reading reading, String limit, String unit) {
        return compare(reading, Comparison.MORE, limit, unit);
    }

    private static Node compare(Reading reading, Comparison operator, String limit, String unit) {
        var demand = new Demand(operator.toString(), List.of(limit), unit);
        if (!reading.usable() || reading.range() == null) {
            return Node.leaf("compare", Truth.UNKNOWN, reading, demand);
        }
        if (unit != null && !unit.equals(reading.unit())) {
            return Node.leaf("compare", Truth.UNKNOWN, reading.shortOf(Shortfall.UNIT_NOT_COMPARABLE), demand);
        }
        var truth = reading.range().is(operator, LIMITS.computeIfAbsent(limit, BigDecimal::new));
        return Node.leaf(
                "compare",
                truth,
                truth == Truth.UNKNOWN ? reading.shortOf(Shortfall.BOUND_UNDECIDED) : reading,
                demand);
    }

    public static Node ageReached(Question question, String wanted) {
        var age = AGES.computeIfAbsent(wanted, Period::parse);
        var details = Map.of(
                "day", question.on().toString(),
                "age", Period.between(question.birth(), question.on()).toString(),
                "reachedOn", Ages.reachedOn(question.birth(), age).toString());
        var truth = Truth.of(Ages.reached(question.birth(), age, question.on()));
        return new Node("age", truth, List.of(), null, new Demand(">=", List.of(wanted), null), details);
    }

    public static Node all(Node... parts) {
        var truth = Arrays.stream(parts).map(Node::truth).reduce(Truth.TRUE, Truth::and);
        return Node.of("all", truth, List.of(parts));
    }

    public static Node any(Node... parts) {
        var truth = Arrays.stream(parts).map(Node::truth).reduce(Truth.FALSE, Truth::or);
        return Node.of("any", truth, List.of(parts));
    }

    public static Node not(Node part) {
        return Node.of("not", part.truth().not(), List.of(part));
    }
}
