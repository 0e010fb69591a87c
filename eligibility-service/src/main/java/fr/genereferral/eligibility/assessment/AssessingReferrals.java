package fr.genereferral.eligibility.assessment;

import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Assessments;
import fr.genereferral.eligibility.Assessments.DueDossier;
import fr.genereferral.eligibility.Assessor;
import fr.genereferral.eligibility.EligibilityEvent.Cause;
import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.StoredAssessment;
import fr.genereferral.eligibility.inbox.Unreadable;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Judges what was sent, and again when time has changed the answer; each for its day, whenever that is done. */
@ApplicationScoped
class AssessingReferrals {
    private static final Logger LOG = Logger.getLogger(AssessingReferrals.class);
    /** What law and medicine count in days is counted in metropolitan France. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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
        return judged(
                sent.stream()
                        .map(dossier -> new DueDossier(dossier, LocalDate.ofInstant(dossier.at(), PARIS)))
                        .toList(),
                Cause.SUBMITTED,
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
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        return assessments
                .eachDue(today, MOST_AT_ONCE, due -> judgedOrPostponed(due, today.plusDays(1)))
                .chain(found -> found < MOST_AT_ONCE ? Uni.createFrom().voidItem() : assessDue());
    }

    /** One that cannot be judged must not keep the others waiting: it is tried again the next day, and counted. */
    private Uni<Void> judgedOrPostponed(List<DueDossier> due, LocalDate nextTry) {
        var failed = new ArrayList<UUID>();
        return judged(due, Cause.TIME, (dossier, failure) -> {
                    failed.add(dossier.referralId());
                    meters.counter("assessment.due.failed").increment();
                    LOG.errorf("due and not judged: referral=%s reason=%s", dossier.referralId(), failure.getClass());
                })
                .chain(() -> failed.isEmpty() ? Uni.createFrom().voidItem() : assessments.postpone(failed, nextTry));
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
        var assessment = judge(due.dossier(), rules, due.day());
        var writer = new AssessmentWriter(rules.knowledge());
        return new StoredAssessment(
                due.dossier(),
                names(assessment),
                due.day(),
                cause,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                writer.outline(assessment),
                writer.deflated(assessment),
                assessment.nextDay());
    }

    private static Assessment judge(HeldDossier held, RulesInForce rules, LocalDate day) {
        try {
            var dossier = DossierReader.read(held.document());
            return new Assessor(rules).assess(dossier, held.therapiesSought(), day);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(e.getMessage());
        }
    }

    private static String names(Assessment assessment) {
        return assessment.packs().stream()
                .map(pack -> pack.therapy() + ":" + pack.version())
                .collect(Collectors.joining(","));
    }
}
