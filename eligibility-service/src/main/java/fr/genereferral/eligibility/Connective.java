package fr.genereferral.eligibility;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Demands made of other demands. */
public sealed interface Connective extends Expression {

    List<Expression> of();

    /** The truth of the whole, whether the parts were explained or only asked. */
    <T> Truth join(List<T> parts, Function<T, Truth> truth);

    Explanation explain(Truth truth, List<Explanation> parts);

    @Override
    default Stream<Leaf> leaves() {
        return of().stream().flatMap(Expression::leaves);
    }

    @Override
    default Truth truth(Evidence evidence) {
        return join(of(), part -> part.truth(evidence));
    }

    @Override
    default Explanation evaluate(Evidence evidence) {
        var of = of();
        var explained = new Explanation[of.size()];
        for (var i = 0; i < explained.length; i++) {
            explained[i] = of.get(i).evaluate(evidence);
        }
        var parts = List.of(explained);
        return explain(join(parts, Explanation::truth), parts);
    }

    private static <T> Truth firstKnown(List<T> parts, Function<T, Truth> truth) {
        return parts.stream()
                .map(truth)
                .filter(t -> t != Truth.UNKNOWN)
                .findFirst()
                .orElse(Truth.UNKNOWN);
    }

    record All(List<Expression> of) implements Connective {
        @Override
        public <T> Truth join(List<T> parts, Function<T, Truth> truth) {
            var all = Truth.TRUE;
            for (var part : parts) {
                all = all.and(truth.apply(part));
            }
            return all;
        }

        @Override
        public Explanation explain(Truth truth, List<Explanation> parts) {
            return Explanation.connective("all", truth, parts);
        }
    }

    record Any(List<Expression> of) implements Connective {
        @Override
        public <T> Truth join(List<T> parts, Function<T, Truth> truth) {
            var any = Truth.FALSE;
            for (var part : parts) {
                any = any.or(truth.apply(part));
            }
            return any;
        }

        @Override
        public Explanation explain(Truth truth, List<Explanation> parts) {
            return Explanation.connective("any", truth, parts);
        }
    }

    record Not(Expression part) implements Connective {
        @Override
        public List<Expression> of() {
            return List.of(part);
        }

        @Override
        public <T> Truth join(List<T> parts, Function<T, Truth> truth) {
            return truth.apply(parts.get(0)).not();
        }

        @Override
        public Explanation explain(Truth truth, List<Explanation> parts) {
            return Explanation.connective("not", truth, parts);
        }
    }

    /** At least so many of the parts hold. */
    record Count(int atLeast, List<Expression> of) implements Connective {
        @Override
        public <T> Truth join(List<T> parts, Function<T, Truth> truth) {
            var sure = 0;
            var possible = 0;
            for (var part : parts) {
                var said = truth.apply(part);
                sure += said == Truth.TRUE ? 1 : 0;
                possible += said != Truth.FALSE ? 1 : 0;
            }
            var decided = possible < atLeast ? Truth.FALSE : Truth.UNKNOWN;
            return sure >= atLeast ? Truth.TRUE : decided;
        }

        @Override
        public Explanation explain(Truth truth, List<Explanation> parts) {
            return Explanation.count(atLeast, truth, parts);
        }
    }

    /** Several ways to know one thing: what the known ones say, and nothing when they contradict each other. */
    record Agree(List<Expression> of) implements Connective {
        @Override
        public <T> Truth join(List<T> parts, Function<T, Truth> truth) {
            var agreed = Truth.UNKNOWN;
            for (var part : parts) {
                var said = truth.apply(part);
                if (agreed != Truth.UNKNOWN && agreed == said.not()) {
                    return Truth.UNKNOWN;
                }
                agreed = agreed == Truth.UNKNOWN ? said : agreed;
            }
            return agreed;
        }

        @Override
        public Explanation explain(Truth truth, List<Explanation> parts) {
            var someKnow = parts.stream().anyMatch(part -> part.truth() != Truth.UNKNOWN);
            return truth == Truth.UNKNOWN && someKnow
                    ? Explanation.contradiction("agree", parts)
                    : Explanation.connective("agree", truth, parts);
        }
    }

    /** Several ways to know one thing, the best first: what the first known one says. */
    record FirstKnown(List<Expression> of) implements Connective {
        @Override
        public <T> Truth join(List<T> parts, Function<T, Truth> truth) {
            return firstKnown(parts, truth);
        }

        @Override
        public Explanation explain(Truth truth, List<Explanation> parts) {
            return Explanation.connective("first-known", truth, parts);
        }
    }

    /** Something that is asked for by nobody: true when it is stated, and else not. */
    record Stated(Expression part) implements Connective {
        @Override
        public List<Expression> of() {
            return List.of(part);
        }

        @Override
        public <T> Truth join(List<T> parts, Function<T, Truth> truth) {
            return Truth.of(truth.apply(parts.get(0)).isTrue());
        }

        @Override
        public Explanation explain(Truth truth, List<Explanation> parts) {
            return Explanation.connective("stated", truth, parts);
        }
    }
}
