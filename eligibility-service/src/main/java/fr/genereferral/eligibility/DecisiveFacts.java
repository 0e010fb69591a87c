package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Rejudging.Apart;
import java.util.ArrayList;
import java.util.BitSet;
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
    private final List<Missing> missing;
    private final Rejudging again;
    private int trials;

    /** A missing criterion and the inputs for want of which it is. */
    private record Missing(JudgedCriterion criterion, Set<Input> wanting) {
        static Missing of(JudgedCriterion criterion) {
            var inputs = new TreeSet<Input>();
            criterion.explanation().eachWanting(reading -> inputs.add(reading.input()));
            return new Missing(criterion, inputs);
        }
    }

    DecisiveFacts(PreparedPack prepared, Evidence evidence, PackJudgement today, Rejudging again) {
        this.prepared = prepared;
        this.evidence = evidence;
        this.today = today;
        this.missing = isOpen() ? Few.each(today.missingFor(today.fr()), Missing::of) : List.of();
        this.again = again;
    }

    /** By missing criterion, the inputs that decide; a criterion without any is left out. */
    Map<String, Set<Input>> find() {
        return isOpen() ? byCriterion(smallest(questions())) : Map.of();
    }

    private boolean isOpen() {
        var verdict = today.fr().verdict();
        return verdict == Verdict.NEEDS_INFO || verdict == Verdict.DEFERRED;
    }

    private Map<String, Set<Input>> byCriterion(List<Question> decisive) {
        var found = new LinkedHashMap<String, Set<Input>>();
        for (var open : missing) {
            var inputs = new TreeSet<Input>();
            for (var input : open.wanting()) {
                if (Few.any(decisive, question -> question.asks(open.criterion(), input))) {
                    inputs.add(input);
                }
            }
            if (!inputs.isEmpty()) {
                found.put(open.criterion().id(), inputs);
            }
        }
        return found;
    }

    private List<Question> smallest(List<Question> questions) {
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
            for (var n = next; n < questions.size(); n++) {
                var question = questions.get(n);
                var both = Question.both(touched, question.touched());
                chosen.set(n);
                if (chosen.cardinality() == size) {
                    tryAll(question, guessed, both);
                } else {
                    for (var guess : question.guesses()) {
                        tryFrom(n + 1, guessed.and(guess), both);
                    }
                }
                chosen.clear(n);
            }
        }

        private void tryAll(Question last, Supposed guessed, Set<String> touched) {
            if (isKnown() || trials >= MOST_TRIALS) {
                return;
            }
            var apart = Apart.of(today.criteria(), touched);
            for (var guess : last.guesses()) {
                if (changes(guessed.and(guess), apart)) {
                    decisive.or(chosen);
                    return;
                }
            }
        }

        /** Each of the chosen is decisive already, alone or with others. */
        private boolean isKnown() {
            for (var n = chosen.nextSetBit(0); n >= 0; n = chosen.nextSetBit(n + 1)) {
                if (!decisive.get(n)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean changes(Supposed guess, Apart apart) {
        if (trials++ >= MOST_TRIALS) {
            return false;
        }
        return again.supposing(guess, apart) != today.fr().verdict();
    }

    private List<Question> questions() {
        var questions = new ArrayList<Question>();
        var inputs = new TreeSet<Input>();
        for (var open : missing) {
            if (open.criterion().criterion().expression() == null) {
                questions.add(Question.aboutRule(open.criterion().id(), prepared));
                continue;
            }
            inputs.addAll(open.wanting());
        }
        inputs.forEach(input -> questions.add(prepared.question(input, evidence)));
        return questions;
    }
}
