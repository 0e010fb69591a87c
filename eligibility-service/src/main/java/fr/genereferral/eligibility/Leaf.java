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

        Truth truth(Reading reading, Evidence evidence);

        Explanation explain(Truth truth, Reading reading, Evidence evidence);

        @Override
        default Optional<Input> input() {
            return Optional.of(what());
        }

        @Override
        default Truth truth(Evidence evidence) {
            return truth(evidence.reading(what()), evidence);
        }

        @Override
        default Explanation evaluate(Evidence evidence) {
            var reading = evidence.reading(what());
            return explain(truth(reading, evidence), reading, evidence);
        }
    }

    /** Nothing is demanded: a warning that is always raised. */
    record Always() implements OfPatient {
        @Override
        public Truth truth(Evidence evidence) {
            return Truth.TRUE;
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            return Explanation.note("always", Truth.TRUE, Map.of(), List.of());
        }
    }

    /** The patient has reached an age, in completed units. */
    record AgeReached(Period age, Demand demand) implements OfPatient {
        public AgeReached(Period age) {
            this(age, new Demand(Comparison.AT_LEAST.toString(), List.of(age.toString()), null));
        }

        @Override
        public Truth truth(Evidence evidence) {
            return Truth.of(evidence.ageReached(age));
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            return Explanation.age(truth(evidence), evidence, this);
        }
    }

    /** A number against a limit; the unit is null for copy numbers and titres. */
    record Compare(Input what, Comparison operator, BigDecimal limit, String unit, Demand demand) implements OfInput {
        public Compare(Input what, Comparison operator, BigDecimal limit, String unit) {
            this(what, operator, limit, unit, new Demand(operator.toString(), List.of(limit.toPlainString()), unit));
        }

        @Override
        public Truth truth(Reading reading, Evidence evidence) {
            return isNumber(reading) && isInUnit(reading) ? reading.interval().decide(operator, limit) : Truth.UNKNOWN;
        }

        @Override
        public Explanation explain(Truth truth, Reading reading, Evidence evidence) {
            return Explanation.leaf("compare", truth, truth == Truth.UNKNOWN ? undecided(reading) : reading, demand);
        }

        private Reading undecided(Reading reading) {
            if (!isNumber(reading)) {
                return reading;
            }
            return reading.shortOf(isInUnit(reading) ? Shortfall.BOUND_UNDECIDED : Shortfall.UNIT_NOT_COMPARABLE);
        }

        private static boolean isNumber(Reading reading) {
            return reading.isUsable() && reading.interval() != null;
        }

        private boolean isInUnit(Reading reading) {
            return unit == null || unit.equals(reading.unit());
        }
    }

    /** A coded fact is one of the codes. */
    record OneOf(Input what, Set<String> codes, Demand demand) implements OfInput {
        public OneOf(Input what, Set<String> codes) {
            this(what, codes, new Demand("one-of", codes.stream().sorted().toList(), null));
        }

        @Override
        public Truth truth(Reading reading, Evidence evidence) {
            return reading.isUsable() ? Truth.of(codes.contains(reading.value())) : Truth.UNKNOWN;
        }

        @Override
        public Explanation explain(Truth truth, Reading reading, Evidence evidence) {
            return Explanation.leaf("one-of", truth, reading, demand);
        }
    }

    /** A fact that is stated by its state: found or looked for in vain. */
    record Holds(Input what) implements OfInput {
        private static final Demand PRESENT = new Demand("is", List.of("present"), null);

        @Override
        public Truth truth(Reading reading, Evidence evidence) {
            return reading.isUsable() ? Truth.of(reading.state() == FactState.PRESENT) : Truth.UNKNOWN;
        }

        @Override
        public Explanation explain(Truth truth, Reading reading, Evidence evidence) {
            return Explanation.leaf("holds", truth, reading, PRESENT);
        }
    }

    /** There is a usable value, whatever it is. Never false: what is not known today may be known tomorrow. */
    record Present(Input what) implements OfInput {
        private static final Demand KNOWN = new Demand("is", List.of("known"), null);

        @Override
        public Truth truth(Reading reading, Evidence evidence) {
            return Truth.trueIf(reading.isUsable() && !evidence.isDayThatNeverCame(reading));
        }

        @Override
        public Explanation explain(Truth truth, Reading reading, Evidence evidence) {
            var shown = truth.isTrue() || !reading.isUsable() ? reading : reading.shortOf(Shortfall.NOT_STATED);
            return Explanation.leaf("present", truth, shown, KNOWN);
        }
    }

    /** The day that a fact names lies less than a period back; a thing that never happened does not. */
    record Within(Input what, Period period) implements OfInput {
        @Override
        public Truth truth(Reading reading, Evidence evidence) {
            return reading.isUsable()
                    ? Truth.of(
                            end(reading).filter(evidence.dayOfFacts()::isBefore).isPresent())
                    : Truth.UNKNOWN;
        }

        @Override
        public Explanation explain(Truth truth, Reading reading, Evidence evidence) {
            var demand = new Demand("within", List.of(period.toString()), null);
            var details =
                    end(reading).map(day -> Map.of("endsOn", day.toString())).orElse(Map.of());
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
        public Truth truth(Reading reading, Evidence evidence) {
            var birth = evidence.dossier().birthDate();
            return reading.isUsable() ? Truth.of(!Age.reached(birth, age, day(reading))) : Truth.UNKNOWN;
        }

        @Override
        public Explanation explain(Truth truth, Reading reading, Evidence evidence) {
            var demand = new Demand("<", List.of(age.toString()), null);
            if (!reading.isUsable()) {
                return Explanation.leaf("diagnosed", truth, reading, demand);
            }
            var reached = Age.between(evidence.dossier().birthDate(), day(reading));
            return new Explanation("diagnosed", truth, List.of(), reading, demand, Map.of("age", reached.toString()));
        }

        private static LocalDate day(Reading reading) {
            return LocalDate.parse(reading.value().toString());
        }
    }
}
