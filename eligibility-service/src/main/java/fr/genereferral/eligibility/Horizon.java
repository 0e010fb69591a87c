package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** When a verdict changes by itself: the same dossier is judged again on every day on which something may turn. */
final class Horizon {
    private final PreparedPack prepared;
    private final Evidence evidence;
    private final PackJudgement today;
    private final Rejudging again;
    private final LocalDate day;
    private final TreeSet<LocalDate> birthdays;

    Horizon(PreparedPack prepared, Evidence evidence, PackJudgement today, Rejudging again) {
        this.prepared = prepared;
        this.evidence = evidence;
        this.today = today;
        this.again = again;
        this.day = evidence.day();
        this.birthdays = today.isApplicable() ? birthdays() : new TreeSet<>();
    }

    private TreeSet<LocalDate> birthdays() {
        var birth = evidence.dossier().birthDate();
        var days = new TreeSet<LocalDate>();
        prepared.ageBounds().forEach(age -> days.add(Age.reachedOn(birth, age)));
        return days;
    }

    /** The last day on which the answer and its grounds stay as they are. */
    Optional<LocalDate> validUntil() {
        if (!today.isApplicable()) {
            return Optional.empty();
        }
        var days = new TreeSet<>(birthdays);
        addStaleDays(days);
        addEndingDays(days);
        days.addAll(prepared.ruleDays());
        for (var turning : days.tailSet(day, false)) {
            var then = evidence.on(turning);
            if (again.hasTurned(then) && !today.standing().saysTheSameAs(again.standing(then))) {
                return Optional.of(turning.minusDays(1));
            }
        }
        return Optional.empty();
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
        for (var birthday : birthdays.tailSet(day, false)) {
            var then = evidence.aged(birthday);
            if (again.hasTurned(then) && wanted.test(again.standing(then).fr())) {
                return Optional.of(birthday);
            }
        }
        return Optional.empty();
    }

    /** The day after each value's last, and the days on which another limit begins to apply to it. */
    private void addStaleDays(TreeSet<LocalDate> days) {
        var birth = evidence.dossier().birthDate();
        for (var input : prepared.ageing()) {
            var date = evidence.reading(input).date();
            for (var rule : prepared.knowledge().fact(input).freshness()) {
                if (date != null) {
                    days.add(date.plusDays(rule.days() + 1L));
                }
                if (rule.underAge() != null) {
                    days.add(Age.reachedOn(birth, rule.underAge()));
                }
            }
        }
    }

    /** The days on which something that happened lies far enough back. */
    private void addEndingDays(TreeSet<LocalDate> days) {
        for (var within : prepared.withins()) {
            within.end(evidence.reading(within.what())).ifPresent(days::add);
        }
    }
}
