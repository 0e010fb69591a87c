package fr.genereferral.eligibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of the missing things could change the answer: each is tried with the values on either side of every limit it
 * is compared with, alone, then two together, then more. The smallest sets that change it are what to ask for first.
 */
final class DecisiveFacts {
    private static final String REPORT_RULE = "G7";
    /** More at once than anybody would be asked for; and enough trials for three things with three values each. */
    private static final int MOST_TOGETHER = 4;

    private static final int MOST_TRIALS = 2_000;

    private final RulePack pack;
    private final Evidence evidence;
    private final PackJudgement today;
    private final Rejudging again;
    private int trials;

    /** A missing thing and all it might turn out to be; input is null for a general rule. */
    private record Question(String rule, Input input, List<Supposed> guesses) {
        boolean asks(JudgedCriterion criterion, Input wanted) {
            return rule == null
                    ? wanted.equals(input)
                    : rule.equals(criterion.id()) || criterion.criterion().restates(rule);
        }
    }

    DecisiveFacts(RulePack pack, Evidence evidence, Knowledge knowledge, PackJudgement today) {
        this.pack = pack;
        this.evidence = evidence;
        this.today = today;
        this.again = new Rejudging(pack, evidence, knowledge);
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
                    .filter(input -> decisive.stream().anyMatch(q -> q.asks(criterion, input)))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!inputs.isEmpty()) {
                found.put(criterion.id(), inputs);
            }
        }
        return found;
    }

    private Set<Question> smallest(List<Question> questions) {
        for (var together = 1; together <= MOST_TOGETHER && trials < MOST_TRIALS; together++) {
            var found = new HashSet<Question>();
            new Together(questions, together, found).tryFrom(0, Supposed.NOTHING);
            if (!found.isEmpty()) {
                return found;
            }
        }
        // Nothing was found that changes it sooner: all of it is needed for a yes, and nothing matters to a wait.
        return today.fr().verdict() == Verdict.NEEDS_INFO ? new HashSet<>(questions) : Set.of();
    }

    private List<JudgedCriterion> missing() {
        return today.missing().stream()
                .filter(c -> today.fr().missing().contains(c.id()))
                .toList();
    }

    /** Tries every choice of so many questions, with every guess at each. */
    private final class Together {
        private final List<Question> questions;
        private final int size;
        private final Set<Question> decisive;
        private final List<Question> chosen = new ArrayList<>();

        Together(List<Question> questions, int size, Set<Question> decisive) {
            this.questions = questions;
            this.size = size;
            this.decisive = decisive;
        }

        void tryFrom(int next, Supposed guessed) {
            if (chosen.size() == size) {
                if (!decisive.containsAll(chosen) && changes(guessed)) {
                    decisive.addAll(chosen);
                }
                return;
            }
            for (var n = next; n < questions.size(); n++) {
                chosen.add(questions.get(n));
                for (var guess : questions.get(n).guesses()) {
                    tryFrom(n + 1, guessed.and(guess));
                }
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private boolean changes(Supposed guess) {
        if (trials++ >= MOST_TRIALS) {
            return false;
        }
        return again.supposing(guess).fr().verdict() != today.fr().verdict();
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
                rule, null, truths.stream().map(t -> Supposed.rule(rule, t)).toList());
    }

    private Question aboutInput(Input input) {
        var guesses = pack.judged(evidence.day())
                .flatMap(c -> c.expression().leaves())
                .filter(leaf -> leaf.input().filter(input::equals).isPresent())
                .flatMap(leaf -> new Guesses(leaf, evidence).all().stream())
                .distinct()
                .toList();
        return new Question(null, input, guesses);
    }
}
