package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Demands that look at the dossier themselves. */
public sealed interface Leaf extends Expression permits Leaf.OfPatient, Leaf.OfInput, VariantLeaf {

    @Override
    default Stream<Leaf> leaves() {
        return Stream.of(this);
    }

    /** Demands of the patient that nobody can leave open. */
    sealed interface OfPatient extends Leaf {}

    /** Demands of one input. */
    sealed interface OfInput extends Leaf {
        Input what();

        @Override
        default Optional<Input> input() {
            return Optional.of(what());
        }
    }

    /** Nothing is demanded: a warning that is always raised. */
    record Always() implements OfPatient {
        @Override
        public Explanation evaluate(Evidence evidence) {
            return Explanation.note("always", Truth.TRUE, Map.of(), List.of());
        }
    }

    /** The patient has reached an age, in completed units. */
    record AgeReached(Period age) implements OfPatient {
        @Override
        public Explanation evaluate(Evidence evidence) {
            return Explanation.age(Truth.of(evidence.ageReached(age)), evidence, age);
        }
    }

    /** A number against a limit; the unit is null for copy numbers and titres. */
    record Compare(Input what, Comparison operator, BigDecimal limit, String unit) implements OfInput {
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
    }

    /** A coded fact is one of the codes. */
    record OneOf(Input what, Set<String> codes) implements OfInput {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var demand = new Demand("one-of", codes.stream().sorted().toList(), null);
            var truth = reading.isUsable() ? Truth.of(codes.contains(reading.value())) : Truth.UNKNOWN;
            return Explanation.leaf("one-of", truth, reading, demand);
        }
    }

    /** A fact that is stated by its state: found or looked for in vain. */
    record Holds(Input what) implements OfInput {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var truth = reading.isUsable() ? Truth.of(reading.state() == FactState.PRESENT) : Truth.UNKNOWN;
            return Explanation.leaf("holds", truth, reading, new Demand("is", List.of("present"), null));
        }
    }

    /** There is a usable value, whatever it is. Never false: what is not known today may be known tomorrow. */
    record Present(Input what) implements OfInput {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var known = reading.isUsable() && !evidence.isDayThatNeverCame(reading);
            var shown = known || !reading.isUsable() ? reading : reading.shortOf(Shortfall.NOT_STATED);
            var truth = known ? Truth.TRUE : Truth.UNKNOWN;
            return Explanation.leaf("present", truth, shown, new Demand("is", List.of("known"), null));
        }
    }

    /** The day that a fact names lies less than a period back; a thing that never happened does not. */
    record Within(Input what, Period period) implements OfInput {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what);
            var demand = new Demand("within", List.of(period.toString()), null);
            if (!reading.isUsable()) {
                return Explanation.leaf("within", Truth.UNKNOWN, reading, demand);
            }
            var end = end(reading);
            var truth = Truth.of(end.filter(evidence.dayOfFacts()::isBefore).isPresent());
            var details = end.map(day -> Map.of("endsOn", day.toString())).orElse(Map.of());
            return new Explanation("within", truth, List.of(), reading, demand, details);
        }

        /** The first day on which it is over; empty when it never was. */
        Optional<LocalDate> end(Reading reading) {
            return reading.isUsable() && reading.state() == FactState.PRESENT
                    ? Optional.of(LocalDate.parse(reading.value().toString()).plus(period))
                    : Optional.empty();
        }
    }

    /** The disease was diagnosed before an age was reached. */
    record DiagnosedBefore(Period age) implements OfInput {
        @Override
        public Input what() {
            return Input.DIAGNOSED_ON;
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what());
            var demand = new Demand("<", List.of(age.toString()), null);
            if (!reading.isUsable()) {
                return Explanation.leaf("diagnosed", Truth.UNKNOWN, reading, demand);
            }
            var day = LocalDate.parse(reading.value().toString());
            var birth = evidence.dossier().birthDate();
            var details = Map.of("age", Age.between(birth, day).toString());
            var truth = Truth.of(!Age.reached(birth, age, day));
            return new Explanation("diagnosed", truth, List.of(), reading, demand, details);
        }
    }
}
