package fr.genereferral.eligibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of the missing things could change the answer: each is tried with the values on either side of every limit it
 * is compared with, alone, then two together. The smallest sets that change it are what to ask for first.
 */
final class DecisiveFacts {
    private static final String REPORT_RULE = "G7";

    private final RulePack pack;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private final PackJudgement today;

    /** One value that a missing thing might turn out to have. */
    private record Guess(Map<Input, Reading> readings, Map<String, Truth> rules) {
        Guess and(Guess other) {
            var both = new HashMap<>(readings);
            both.putAll(other.readings);
            var bothRules = new HashMap<>(rules);
            bothRules.putAll(other.rules);
            return new Guess(both, bothRules);
        }
    }

    /** A missing thing and all it might turn out to be; input is null for a general rule. */
    private record Question(String rule, Input input, List<Guess> guesses) {}

    DecisiveFacts(RulePack pack, Evidence evidence, Knowledge knowledge, PackJudgement today) {
        this.pack = pack;
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.today = today;
    }

    /** By missing criterion, the inputs that decide; a criterion without any is left out. */
    Map<String, Set<Input>> find() {
        var open = today.fr().verdict() == Verdict.NEEDS_INFO || today.fr().verdict() == Verdict.DEFERRED;
        return open ? byCriterion(smallest(questions())) : Map.of();
    }

    private Map<String, Set<Input>> byCriterion(Set<Question> decisive) {
        var found = new LinkedHashMap<String, Set<Input>>();
        for (var criterion : missing()) {
            var inputs = wanting(criterion).stream()
                    .filter(input -> decisive.stream()
                            .anyMatch(q -> q.rule == null ? input.equals(q.input) : q.rule.equals(criterion.id())))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!inputs.isEmpty()) {
                found.put(criterion.id(), inputs);
            }
        }
        return found;
    }

    private Set<Question> smallest(List<Question> questions) {
        var alone = questions.stream()
                .filter(q -> q.guesses().stream().anyMatch(this::changes))
                .collect(Collectors.toSet());
        if (!alone.isEmpty()) {
            return alone;
        }
        var pairs = pairs(questions);
        if (!pairs.isEmpty()) {
            return pairs;
        }
        // Nothing fails or defers whatever comes: then all of it is needed for a yes, and none of it matters to a wait.
        return today.fr().verdict() == Verdict.NEEDS_INFO ? new HashSet<>(questions) : Set.of();
    }

    private Set<Question> pairs(List<Question> questions) {
        var found = new HashSet<Question>();
        for (var i = 0; i < questions.size(); i++) {
            for (var j = i + 1; j < questions.size(); j++) {
                var one = questions.get(i);
                var other = questions.get(j);
                if (one.guesses().stream()
                        .anyMatch(a -> other.guesses().stream().anyMatch(b -> changes(a.and(b))))) {
                    found.add(one);
                    found.add(other);
                }
            }
        }
        return found;
    }

    private boolean changes(Guess guess) {
        var supposed = PackJudgement.of(pack, evidence.supposing(guess.readings()), knowledge, guess.rules());
        return supposed.fr().verdict() != today.fr().verdict();
    }

    private List<JudgedCriterion> missing() {
        return today.missing().stream()
                .filter(c -> today.fr().missing().contains(c.id()))
                .toList();
    }

    private static Set<Input> wanting(JudgedCriterion criterion) {
        return criterion.explanation().wanting().map(Reading::input).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Question> questions() {
        var questions = new ArrayList<Question>();
        var inputs = new TreeSet<Input>();
        for (var criterion : missing()) {
            if (criterion.criterion().expression() == null) {
                questions.add(aboutRule(criterion.id()));
                continue;
            }
            inputs.addAll(wanting(criterion));
        }
        inputs.forEach(input -> questions.add(aboutInput(input)));
        return questions;
    }

    /** A complete report can be had or not, but it fails nobody; the other rules can turn out either way. */
    private static Question aboutRule(String rule) {
        var truths = rule.equals(REPORT_RULE) ? List.of(Truth.TRUE) : List.of(Truth.TRUE, Truth.FALSE);
        return new Question(
                rule,
                null,
                truths.stream().map(t -> new Guess(Map.of(), Map.of(rule, t))).toList());
    }

    private Question aboutInput(Input input) {
        var guesses = pack.judged(evidence.day())
                .flatMap(c -> c.expression().leaves())
                .filter(leaf -> leaf.input().filter(input::equals).isPresent())
                .flatMap(leaf -> guesses(leaf, input).stream())
                .map(reading -> new Guess(Map.of(input, reading), Map.of()))
                .toList();
        return new Question(null, input, guesses);
    }

    private static List<Reading> guesses(Expression leaf, Input input) {
        if (leaf instanceof Expression.Compare compare) {
            var limit = compare.limit();
            var step = BigDecimal.ONE.movePointLeft(Math.max(limit.scale(), 0));
            return List.of(limit.subtract(step), limit, limit.add(step)).stream()
                    .map(v -> Reading.supposed(input, v, compare.unit(), Interval.of(Comparison.EQUAL, v)))
                    .toList();
        }
        if (leaf instanceof Expression.OneOf oneOf) {
            var guesses = new ArrayList<>(oneOf.codes());
            guesses.add("none of these");
            return guesses.stream()
                    .map(code -> Reading.supposed(input, code, null, null))
                    .toList();
        }
        return List.of(Reading.supposed(input, null, null, null), Reading.supposedAbsent(input));
    }
}
