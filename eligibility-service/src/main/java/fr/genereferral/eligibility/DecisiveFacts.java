package fr.genereferral.eligibility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the missing things could change the answer: each is tried with the values on either side of every limit it
 * is compared with, alone, then two together, then more. The smallest sets that change it are what to ask for first.
 */
final class DecisiveFacts {
    /** More at once than anybody would be asked for; and enough trials for three things with three values each. */
    private static final int MOST_TOGETHER = 4;

    private static final int MOST_TRIALS = 2_000;

    private final PreparedPack prepared;
    private final Evidence evidence;
    private final PackJudgement today;
    private final List<JudgedCriterion> missing;
    private final Rejudging again;
    private int trials;

    DecisiveFacts(PreparedPack prepared, Evidence evidence, PackJudgement today, Rejudging again) {
        this.prepared = prepared;
        this.evidence = evidence;
        this.today = today;
        this.missing = today.missingFor(today.fr());
        this.again = again;
    }

    /** By missing criterion, the inputs that decide; a criterion without any is left out. */
    Map<String, Set<Input>> find() {
        var open = today.fr().verdict() == Verdict.NEEDS_INFO || today.fr().verdict() == Verdict.DEFERRED;
        return open ? byCriterion(smallest(questions())) : Map.of();
    }

    private Map<String, Set<Input>> byCriterion(Collection<Question> decisive) {
        var found = new LinkedHashMap<String, Set<Input>>();
        for (var criterion : missing) {
            var inputs = new TreeSet<Input>();
            for (var input : wanting(criterion)) {
                if (decisive.stream().anyMatch(question -> question.asks(criterion, input))) {
                    inputs.add(input);
                }
            }
            if (!inputs.isEmpty()) {
                found.put(criterion.id(), inputs);
            }
        }
        return found;
    }

    private Collection<Question> smallest(List<Question> questions) {
        for (var together = 1; together <= MOST_TOGETHER && trials < MOST_TRIALS; together++) {
            var found = new Together(questions, together).decisive();
            if (!found.isEmpty()) {
                return found;
            }
        }
        // Nothing was found that changes it sooner: all of it is needed for a yes, and nothing matters to a wait.
        return today.fr().verdict() == Verdict.NEEDS_INFO ? questions : List.of();
    }

    /** Tries every choice of so many questions, with every guess at each. */
    private final class Together {
        private final List<Question> questions;
        private final int size;
        private final BitSet decisive = new BitSet();
        private final BitSet chosen = new BitSet();

        Together(List<Question> questions, int size) {
            this.questions = questions;
            this.size = size;
        }

        List<Question> decisive() {
            tryFrom(0, Supposed.NOTHING, Set.of());
            return decisive.stream().mapToObj(questions::get).toList();
        }

        private void tryFrom(int next, Supposed guessed, Set<String> touched) {
            if (chosen.cardinality() == size) {
                if (!isKnown() && changes(guessed, touched)) {
                    decisive.or(chosen);
                }
                return;
            }
            for (var n = next; n < questions.size(); n++) {
                var question = questions.get(n);
                var both = Question.both(touched, question.touched());
                chosen.set(n);
                for (var guess : question.guesses()) {
                    tryFrom(n + 1, guessed.and(guess), both);
                }
                chosen.clear(n);
            }
        }

        /** Each of the chosen is decisive already, alone or with others. */
        private boolean isKnown() {
            return chosen.stream().allMatch(decisive::get);
        }
    }

    private boolean changes(Supposed guess, Set<String> touched) {
        if (trials++ >= MOST_TRIALS) {
            return false;
        }
        return again.supposing(guess, today.criteria(), touched) != today.fr().verdict();
    }

    private static Set<Input> wanting(JudgedCriterion criterion) {
        var inputs = new TreeSet<Input>();
        criterion.explanation().eachWanting(reading -> inputs.add(reading.input()));
        return inputs;
    }

    private List<Question> questions() {
        var questions = new ArrayList<Question>();
        var inputs = new TreeSet<Input>();
        for (var criterion : missing) {
            if (criterion.criterion().expression() == null) {
                questions.add(Question.aboutRule(criterion.id(), prepared));
                continue;
            }
            inputs.addAll(wanting(criterion));
        }
        inputs.forEach(input -> questions.add(prepared.question(input, evidence)));
        return questions;
    }
}
