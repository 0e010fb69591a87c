package fr.genereferral.eligibility.assessment;

import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Assessments;
import fr.genereferral.eligibility.Assessments.DueDossier;
import fr.genereferral.eligibility.Assessor;
import fr.genereferral.eligibility.Dossier;
import fr.genereferral.eligibility.EligibilityEvent.Cause;
import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.Paris;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.StoredAssessment;
import fr.genereferral.eligibility.StoredAssessment.Again;
import fr.genereferral.eligibility.inbox.Unreadable;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import fr.genereferral.eligibility.rounds.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Judges what was sent, and again when time or a variant's class has changed the answer; each for its day. */
@ApplicationScoped
class AssessingReferrals {
    private static final Logger LOG = Logger.getLogger(AssessingReferrals.class);

    /** Documents of a transaction are in memory at once. */
    private static final int MOST_AT_ONCE = 100;

    private final RulePacks packs;
    private final Assessments assessments;
    private final Clock clock;
    private final MeterRegistry meters;

    AssessingReferrals(RulePacks packs, Assessments assessments, Clock clock, MeterRegistry meters) {
        this.packs = packs;
        this.assessments = assessments;
        this.clock = clock;
        this.meters = meters;
    }

    /** What was sent, judged for the day on which it was sent. */
    Uni<Void> assess(List<HeldDossier> sent) {
        return judgedForItsDay(sent, Cause.SUBMITTED);
    }

    /** What has changed since it was sent, judged for the day on which that was told. */
    Uni<Void> assessAgain(List<HeldDossier> changed) {
        return judgedForItsDay(changed, Cause.FACTS);
    }

    private Uni<Void> judgedForItsDay(List<HeldDossier> sent, Cause cause) {
        return judged(
                sent.stream()
                        .map(dossier -> new DueDossier(dossier, Paris.dayOf(dossier.at())))
                        .toList(),
                cause,
                (dossier, failure) -> {
                    throw failure;
                });
    }

    /** The referrals have ended; time changes nothing for them any more. */
    Uni<Void> letGo(List<UUID> ended) {
        return ended.isEmpty() ? Uni.createFrom().voidItem() : assessments.letGo(ended);
    }

    /** What is held and whose day has come, judged for that day; a part of it at a time, until there is no more. */
    Uni<Void> assessDue() {
        return all(() -> {
            var today = today();
            return assessments.eachDue(
                    today, MOST_AT_ONCE, due -> judgedOrPostponed(due, Cause.TIME, today.plusDays(1), 0));
        });
    }

    /** @param part how many it has found */
    private static Uni<Void> all(Supplier<Uni<Integer>> part) {
        return Rounds.asLongAs(() -> part.get().map(found -> found == MOST_AT_ONCE));
    }

    /** What is held and names a variant that is of another class since, judged for today; a part of it at a time. */
    Uni<Void> assessReclassified() {
        return all(() -> {
            var today = today();
            return packs.inForce(today)
                    .map(AssessingReferrals::lastClassification)
                    .chain(known -> assessments.eachReclassified(
                            known,
                            MOST_AT_ONCE,
                            held -> judgedOrPostponed(
                                    held.stream()
                                            .map(h -> new DueDossier(h, today))
                                            .toList(),
                                    Cause.RECLASSIFICATION,
                                    today.plusDays(1),
                                    known)));
        });
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }

    /**
     * One that cannot be judged must not keep the others waiting: it is tried again the next day, and counted.
     *
     * @param known the number of the last classification that the next try will know of anyhow
     */
    private Uni<Void> judgedOrPostponed(List<DueDossier> due, Cause cause, LocalDate nextTry, long known) {
        var failed = new ArrayList<UUID>();
        return judged(due, cause, (dossier, failure) -> {
                    failed.add(dossier.referralId());
                    meters.counter("assessment.due.failed").increment();
                    LOG.errorf("due and not judged: referral=%s reason=%s", dossier.referralId(), failure.getClass());
                })
                .chain(() ->
                        failed.isEmpty() ? Uni.createFrom().voidItem() : assessments.postpone(failed, nextTry, known));
    }

    private Uni<Void> judged(List<DueDossier> due, Cause cause, BiConsumer<HeldDossier, RuntimeException> whenFailed) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var all = Uni.createFrom().<List<StoredAssessment>>item(new ArrayList<>());
        for (var one : due) {
            all = all.chain(made -> packs.inForce(one.day())
                    .invoke(rules -> {
                        try {
                            made.add(judged(one, rules, cause));
                        } catch (RuntimeException e) {
                            whenFailed.accept(one.dossier(), e);
                        }
                    })
                    .replaceWith(made));
        }
        return all.chain(made -> made.isEmpty() ? Uni.createFrom().voidItem() : assessments.store(made));
    }

    private StoredAssessment judged(DueDossier due, RulesInForce rules, Cause cause) {
        var dossier = read(due.dossier());
        var assessor = new Assessor(rules);
        var assessment = assessor.assess(dossier, due.dossier().therapiesSought(), due.day());
        var writer = new AssessmentWriter(rules.knowledge());
        return new StoredAssessment(
                due.dossier(),
                basis(assessment),
                due.day(),
                cause,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                writer.outline(assessment),
                writer.deflated(assessment),
                new Again(
                        assessment.nextDay(),
                        assessor.cited(dossier),
                        rules.knowledge().classifications().lastBy(due.day())));
    }

    private static Dossier read(HeldDossier held) {
        try {
            return DossierReader.read(held.document());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(e.getMessage());
        }
    }

    private static String basis(Assessment assessment) {
        var packs = assessment.packs().stream().map(pack -> pack.therapy() + ":" + pack.version());
        var classifications = assessment.classifications().stream().map(c -> "classification:" + c.number());
        return Stream.concat(packs, classifications).collect(Collectors.joining(","));
    }

    private static long lastClassification(RulesInForce rules) {
        return rules.knowledge().classifications().last();
    }
}
