package fr.genereferral.eligibility.assessment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks for dossiers whose day has come, or a variant of which is of another class since. How often does not matter to an answer: each is judged for its own day, and of
 * several instances only one gets hold of a dossier.
 */
@ApplicationScoped
class DueDay {
    private final AssessingReferrals assessing;

    DueDay(AssessingReferrals assessing) {
        this.assessing = assessing;
    }

    @Scheduled(
            every = "{assessment.due.every}",
            delayed = "{assessment.due.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> hasCome() {
        return assessing.assessDue();
    }

    @Scheduled(
            every = "{assessment.reclassified.every}",
            delayed = "{assessment.due.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> reclassified() {
        return assessing.assessReclassified();
    }
}
