package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A pack with all that can be found out about it before a dossier comes; every dossier that it concerns needs it. */
final class PreparedPack {
    private final RulePack pack;
    private final Knowledge knowledge;
    private final Applicability applicability;
    private final Set<Period> ageBounds = new LinkedHashSet<>();
    private final Set<Input> ageing = new LinkedHashSet<>();
    private final List<Leaf.Within> withins = new ArrayList<>();
    private final Map<Input, List<Asking>> asking = new HashMap<>();
    private final Set<String> restating = new HashSet<>();
    private final Set<Criterion> moving = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Criterion> turning;
    private final Map<Input, Question> questions = new HashMap<>();
    private final TreeSet<LocalDate> ruleDays = new TreeSet<>();

    /** A criterion and one of its leaves. */
    record Asking(Criterion criterion, Leaf leaf) {
        boolean isFixed() {
            return criterion.isAlwaysInForce() && Guesses.areFixed(leaf);
        }
    }

    PreparedPack(RulePack pack, Knowledge knowledge) {
        this.pack = pack;
        this.knowledge = knowledge;
        this.applicability = new Applicability(pack, knowledge.genetics());
        pack.access().forEach(access -> ruleDays.add(access.from()));
        pack.criteria().forEach(this::prepare);
        turning = pack.criteria().stream()
                .filter(criterion -> moves(criterion) || !criterion.isAlwaysInForce())
                .toList();
        asking.forEach((input, askings) -> {
            if (askings.stream().allMatch(Asking::isFixed)) {
                questions.put(input, Question.aboutInput(input, askings, null));
            }
        });
    }

    private void prepare(Criterion criterion) {
        if (criterion.from() != null) {
            ruleDays.add(criterion.from());
        }
        if (criterion.until() != null) {
            ruleDays.add(criterion.until().plusDays(1));
        }
        if (criterion.expression() != null) {
            criterion.expression().leaves().forEach(leaf -> prepare(criterion, leaf));
        }
    }

    private void prepare(Criterion criterion, Leaf leaf) {
        if (leaf instanceof Leaf.AgeReached bound) {
            ageBounds.add(bound.age());
            moving.add(criterion);
        }
        if (leaf instanceof Leaf.Within within) {
            withins.add(within);
            moving.add(criterion);
        }
        if (leaf instanceof VariantLeaf.Genetics) {
            restating.add(criterion.id());
        }
        leaf.input().ifPresent(input -> {
            asking.computeIfAbsent(input, i -> new ArrayList<>()).add(new Asking(criterion, leaf));
            if (knowledge.ages(input)) {
                ageing.add(input);
                moving.add(criterion);
            }
        });
    }

    RulePack pack() {
        return pack;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Applicability applicability() {
        return applicability;
    }

    /** The ages at which a criterion turns. */
    Set<Period> ageBounds() {
        return ageBounds;
    }

    /** The facts that count for some days only. */
    Set<Input> ageing() {
        return ageing;
    }

    List<Leaf.Within> withins() {
        return withins;
    }

    /** What a missing input might turn out to be, as far as the criteria tell it apart that look at it that day. */
    Question question(Input input, Evidence evidence) {
        var fixed = questions.get(input);
        return fixed == null ? Question.aboutInput(input, asking(input, evidence.day()), evidence) : fixed;
    }

    private List<Asking> asking(Input input, LocalDate day) {
        return asking.getOrDefault(input, List.of()).stream()
                .filter(asking -> asking.criterion().isInForce(day))
                .toList();
    }

    /** Whether a criterion may turn on another day while it is in force. */
    boolean moves(Criterion criterion) {
        return moving.contains(criterion);
    }

    /** The criteria that may say something else on another day: while they are in force, or because they are not. */
    List<Criterion> turning() {
        return turning;
    }

    /** The ids of the criteria that a general rule speaks for. */
    Set<String> restating() {
        return restating;
    }

    /** The days on which the pack itself changes. */
    Set<LocalDate> ruleDays() {
        return ruleDays;
    }
}
