package fr.genereferral.eligibility.assessment;

import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Assessments;
import fr.genereferral.eligibility.Assessor;
import fr.genereferral.eligibility.EligibilityEvent.Cause;
import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.StoredAssessment;
import fr.genereferral.eligibility.inbox.Unreadable;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges what was sent on the day it was sent, whenever it is read, and stores the judgement. */
@ApplicationScoped
class AssessingReferrals {
    /** What law and medicine count in days is counted in metropolitan France. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final RulePacks packs;
    private final Assessments assessments;
    private final Clock clock;

    AssessingReferrals(RulePacks packs, Assessments assessments, Clock clock) {
        this.packs = packs;
        this.assessments = assessments;
        this.clock = clock;
    }

    Uni<Void> assess(List<HeldDossier> sent) {
        var all = Uni.createFrom().<List<StoredAssessment>>item(new ArrayList<>());
        for (var dossier : sent) {
            var day = LocalDate.ofInstant(dossier.at(), PARIS);
            all = all.chain(made -> packs.inForce(day)
                    .invoke(rules -> made.add(judged(dossier, rules, day)))
                    .replaceWith(made));
        }
        return all.chain(assessments::store);
    }

    private StoredAssessment judged(HeldDossier dossier, RulesInForce rules, LocalDate day) {
        var assessment = judge(dossier, rules, day);
        var writer = new AssessmentWriter(rules.knowledge());
        return new StoredAssessment(
                dossier,
                names(assessment),
                day,
                Cause.SUBMITTED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                writer.outline(assessment),
                writer.deflated(assessment));
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
