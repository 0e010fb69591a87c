package fr.genereferral.eligibility;

import java.util.List;
import java.util.stream.Stream;

/** Demands made of other demands. */
public sealed interface Connective extends Expression {

    List<Expression> of();

    @Override
    default Stream<Leaf> leaves() {
        return of().stream().flatMap(Expression::leaves);
    }

    private static List<Explanation> evaluated(List<Expression> of, Evidence evidence) {
        return of.stream().map(part -> part.evaluate(evidence)).toList();
    }

    record All(List<Expression> of) implements Connective {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = evaluated(of, evidence);
            var truth = parts.stream().map(Explanation::truth).reduce(Truth.TRUE, Truth::and);
            return Explanation.connective("all", truth, parts);
        }
    }

    record Any(List<Expression> of) implements Connective {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = evaluated(of, evidence);
            var truth = parts.stream().map(Explanation::truth).reduce(Truth.FALSE, Truth::or);
            return Explanation.connective("any", truth, parts);
        }
    }

    record Not(Expression part) implements Connective {
        @Override
        public List<Expression> of() {
            return List.of(part);
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            var explained = part.evaluate(evidence);
            return Explanation.connective("not", explained.truth().not(), List.of(explained));
        }
    }

    /** At least so many of the parts hold. */
    record Count(int atLeast, List<Expression> of) implements Connective {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = evaluated(of, evidence);
            var sure = parts.stream().filter(p -> p.truth() == Truth.TRUE).count();
            var possible = parts.stream().filter(p -> p.truth() != Truth.FALSE).count();
            var decided = possible < atLeast ? Truth.FALSE : Truth.UNKNOWN;
            return Explanation.count(atLeast, sure >= atLeast ? Truth.TRUE : decided, parts);
        }
    }

    /** Several ways to know one thing: what the known ones say, and nothing when they contradict each other. */
    record Agree(List<Expression> of) implements Connective {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = evaluated(of, evidence);
            var known = parts.stream()
                    .map(Explanation::truth)
                    .filter(t -> t != Truth.UNKNOWN)
                    .distinct()
                    .toList();
            return known.size() == 2
                    ? Explanation.contradiction("agree", parts)
                    : Explanation.connective("agree", known.isEmpty() ? Truth.UNKNOWN : known.get(0), parts);
        }
    }

    /** Several ways to know one thing, the best first: what the first known one says. */
    record FirstKnown(List<Expression> of) implements Connective {
        @Override
        public Explanation evaluate(Evidence evidence) {
            var parts = evaluated(of, evidence);
            var truth = parts.stream()
                    .map(Explanation::truth)
                    .filter(t -> t != Truth.UNKNOWN)
                    .findFirst();
            return Explanation.connective("first-known", truth.orElse(Truth.UNKNOWN), parts);
        }
    }

    /** Something that is asked for by nobody: true when it is stated, and else not. */
    record Stated(Expression part) implements Connective {
        @Override
        public List<Expression> of() {
            return List.of(part);
        }

        @Override
        public Explanation evaluate(Evidence evidence) {
            var explained = part.evaluate(evidence);
            return Explanation.connective("stated", Truth.of(explained.truth().isTrue()), List.of(explained));
        }
    }
}
