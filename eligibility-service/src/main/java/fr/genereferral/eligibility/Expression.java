package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a criterion demands, read from a rule pack: evaluated in three-valued logic, explained node by node. */
public sealed interface Expression {

    Explanation evaluate(Evidence evidence);

    /** The demands at the bottom, those that look at the dossier. */
    default Stream<Expression> leaves() {
        return Stream.of(this);
    }

    /** The input that a demand looks at; an age and the connectives have none. */
    default Optional<Input> input() {
        return Optional.empty();
    }

    record All(List<Expression> of) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = of.stream().map(part -> part.evaluate(evidence)).toList();
            var truth = parts.stream().map(Explanation::truth).reduce(Truth.TRUE, Truth::and);
            return Explanation.connective("all", truth, parts);
        }

        @Override
        public Stream<Expression> leaves() {
            return of.stream().flatMap(Expression::leaves);
        }
    }

    record Any(List<Expression> of) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = of.stream().map(part -> part.evaluate(evidence)).toList();
            var truth = parts.stream().map(Explanation::truth).reduce(Truth.FALSE, Truth::or);
            return Explanation.connective("any", truth, parts);
        }

        @Override
        public Stream<Expression> leaves() {
            return of.stream().flatMap(Expression::leaves);
        }
    }

    record Not(Expression of) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var part = of.evaluate(evidence);
            return Explanation.connective("not", part.truth().not(), List.of(part));
        }

        @Override
        public Stream<Expression> leaves() {
            return of.leaves();
        }
    }

    /** At least so many of the parts hold. */
    record Count(int atLeast, List<Expression> of) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = of.stream().map(part -> part.evaluate(evidence)).toList();
            var sure = parts.stream().filter(p -> p.truth() == Truth.TRUE).count();
            var possible = parts.stream().filter(p -> p.truth() != Truth.FALSE).count();
            var decided = possible < atLeast ? Truth.FALSE : Truth.UNKNOWN;
            return Explanation.count(atLeast, sure >= atLeast ? Truth.TRUE : decided, parts);
        }

        @Override
        public Stream<Expression> leaves() {
            return of.stream().flatMap(Expression::leaves);
        }
    }

    /** A number against a limit; the unit is null for copy numbers and titres. */
    record Compare(Input what, Comparison operator, BigDecimal limit, String unit) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var demand = new Demand(operator.toString(), List.of(limit.toPlainString()), unit);
            if (!reading.isUsable() || reading.interval() == null) {
                return Explanation.leaf("compare", Truth.UNKNOWN, reading, demand);
            }
            if (unit != null && !unit.equals(reading.unit())) {
                return Explanation.leaf(
                        "compare", Truth.UNKNOWN, reading.shortOf(Shortfall.UNIT_NOT_COMPARABLE), demand);
            }
            var truth = reading.interval().decide(operator, limit);
            var shown = truth == Truth.UNKNOWN ? reading.shortOf(Shortfall.BOUND_UNDECIDED) : reading;
            return Explanation.leaf("compare", truth, shown, demand);
        }

        @Override
        public Optional<Input> input() {
            return Optional.of(what);
        }
    }

    /** A coded fact is one of the codes. */
    record OneOf(Input what, Set<String> codes) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var demand = new Demand("one-of", codes.stream().sorted().toList(), null);
            var truth = reading.isUsable() ? Truth.of(codes.contains(reading.value())) : Truth.UNKNOWN;
            return Explanation.leaf("one-of", truth, reading, demand);
        }

        @Override
        public Optional<Input> input() {
            return Optional.of(what);
        }
    }

    /** A fact that is stated by its state: found or looked for in vain. */
    record Holds(Input what) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var truth = reading.isUsable() ? Truth.of(reading.state() == FactState.PRESENT) : Truth.UNKNOWN;
            return Explanation.leaf("holds", truth, reading, new Demand("is", List.of("present"), null));
        }

        @Override
        public Optional<Input> input() {
            return Optional.of(what);
        }
    }

    /** There is a usable value, whatever it is. Never false: what is not known today may be known tomorrow. */
    record Present(Input what) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var truth = reading.isUsable() ? Truth.TRUE : Truth.UNKNOWN;
            return Explanation.leaf("present", truth, reading, new Demand("is", List.of("known"), null));
        }

        @Override
        public Optional<Input> input() {
            return Optional.of(what);
        }
    }

    /** The patient has reached an age, in completed units. */
    record AgeReached(Period age) implements Expression {
        @Override
        public Explanation evaluate(Evidence evidence) {
            return Explanation.age(Truth.of(evidence.ageReached(age)), evidence, age);
        }
    }
}
