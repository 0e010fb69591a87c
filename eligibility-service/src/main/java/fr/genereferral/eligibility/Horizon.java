package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When a verdict changes by itself: the same dossier is judged again on every day on which something may turn. */
final class Horizon {
    private final RulePack pack;
    private final Evidence evidence;
    private final Knowledge knowledge;
    private final PackJudgement today;
    private final Rejudging again;
    private final LocalDate day;

    Horizon(RulePack pack, Evidence evidence, Knowledge knowledge, PackJudgement today) {
        this.pack = pack;
        this.evidence = evidence;
        this.knowledge = knowledge;
        this.today = today;
        this.again = new Rejudging(pack, evidence, knowledge);
        this.day = evidence.day();
    }

    /** The last day on which the answer and its grounds stay as they are. */
    Optional<LocalDate> validUntil() {
        if (!today.isApplicable()) {
            return Optional.empty();
        }
        return Stream.of(birthdays(), staleDays(), endingDays(), ruleDays())
                .flatMap(Collection::stream)
                .filter(d -> d.isAfter(day))
                .sorted()
                .filter(d -> !today.standing().saysTheSameAs(again.on(d)))
                .findFirst()
                .map(d -> d.minusDays(1));
    }

    /** For a patient who is not eligible: the first day on which an age bound opens what is closed today. */
    Optional<LocalDate> opensOn() {
        return today.fr().verdict() == Verdict.NOT_ELIGIBLE
                ? firstBirthday(fr -> fr.verdict().isHopeful())
                : Optional.empty();
    }

    /** For a patient who may be eligible: the last day before an age bound ends it. */
    Optional<LocalDate> eligibleUntil() {
        return today.fr().verdict().isHopeful()
                ? firstBirthday(fr -> fr.verdict() == Verdict.NOT_ELIGIBLE).map(d -> d.minusDays(1))
                : Optional.empty();
    }

    private Optional<LocalDate> firstBirthday(Predicate<Judgement> wanted) {
        return birthdays().stream()
                .filter(d -> d.isAfter(day))
                .filter(d -> wanted.test(again.aged(d).fr()))
                .findFirst();
    }

    private TreeSet<LocalDate> birthdays() {
        var days = new TreeSet<LocalDate>();
        leaves().forEach(leaf -> {
            if (leaf instanceof Leaf.AgeReached bound) {
                days.add(Age.reachedOn(evidence.dossier().birthDate(), bound.age()));
            }
        });
        return days;
    }

    /** The day after each value's last, and the days on which another limit begins to apply to it. */
    private TreeSet<LocalDate> staleDays() {
        var days = new TreeSet<LocalDate>();
        var birth = evidence.dossier().birthDate();
        leaves().flatMap(leaf -> leaf.input().stream())
                .filter(input -> input.kind() == Input.Kind.FACT)
                .forEach(input -> {
                    var date = evidence.reading(input).date();
                    for (var rule : knowledge.facts().get(input.code()).freshness()) {
                        if (date != null) {
                            days.add(date.plusDays(rule.days() + 1L));
                        }
                        if (rule.underAge() != null) {
                            days.add(Age.reachedOn(birth, rule.underAge()));
                        }
                    }
                });
        return days;
    }

    /** The days on which something that happened lies far enough back. */
    private TreeSet<LocalDate> endingDays() {
        var days = new TreeSet<LocalDate>();
        leaves().forEach(leaf -> {
            if (leaf instanceof Leaf.Within within) {
                within.end(evidence.reading(within.what())).ifPresent(days::add);
            }
        });
        return days;
    }

    private TreeSet<LocalDate> ruleDays() {
        var days = new TreeSet<LocalDate>();
        pack.access().forEach(access -> days.add(access.from()));
        pack.criteria().forEach(criterion -> {
            Optional.ofNullable(criterion.from()).ifPresent(days::add);
            Optional.ofNullable(criterion.until()).ifPresent(last -> days.add(last.plusDays(1)));
        });
        return days;
    }

    private Stream<Leaf> leaves() {
        return pack.criteria().stream().filter(c -> c.expression() != null).flatMap(c -> c.expression()
                .leaves());
    }
}
