package fr.genereferral.referral.postgres;

import fr.genereferral.referral.AccessChange;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.outbox.Outbox;
import fr.genereferral.referral.postgres.bulk.BulkUpdate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what a referral has noted: events, timeline, received assessments, and who may see it from now on. */
@ApplicationScoped
class ReferralRows {
    /** What a move may change, and nothing else. */
    static final BulkUpdate<Referral> MOVED = BulkUpdate.<Referral>of("referral")
            .uuid("id", Referral::id)
            .text("state", referral -> referral.state().name())
            .bool("stopping", Referral::stopping)
            .bool("reconsidering", Referral::reconsidering)
            .bool("wish_ends_search", Referral::wishEndsSearch)
            .bool("merging", referral -> referral.joint().merging())
            .bool("judged_unseen", referral -> referral.joint().judgedUnseen())
            .text(
                    "otherwise",
                    referral -> referral.otherwise() == null
                            ? null
                            : referral.otherwise().name())
            .text("withdrawal_reason", Referral::withdrawalReason)
            .bigint("version", Referral::version)
            .instant("updated_at", Referral::updatedAt)
            .text("verdicts", referral -> JsonColumn.write(referral.verdicts()))
            .text("family_wishes", referral -> JsonColumn.write(referral.wishes()))
            .integer("routing", Referral::routing)
            .text("offers", referral -> JsonColumn.write(referral.offers()))
            .date("deferred_until", Referral::deferredUntil)
            .date("opens_on", Referral::opensOn)
            .date("due_on", Referral::dueOn)
            .instant("facts_due_at", Referral::factsDueAt)
            .text("care", referral -> JsonColumn.write(referral.care()))
            .text("questions", referral -> JsonColumn.write(referral.questions()))
            .instant("question_due_at", Referral::questionDueAt);

    private final Outbox outbox;
    private final Clock clock;

    ReferralRows(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Of one that the session itself writes back. */
    Uni<Void> storeChanges(Mutiny.Session session, Referral referral) {
        return storeAmendments(session, referral)
                .chain(() -> storeMeetings(session, referral))
                .chain(() -> storeQuestions(session, referral))
                .chain(() -> storeNotes(session, List.of(referral)));
    }

    /** Of many that the session has read only. */
    Uni<Void> storeAllChanges(Mutiny.Session session, List<Referral> referrals) {
        return MOVED.run(session, referrals).chain(() -> storeNotes(session, referrals));
    }

    /** Only a hospital amends, one referral at a time. */
    private static Uni<Void> storeAmendments(Mutiny.Session session, Referral referral) {
        var stored = Uni.createFrom().voidItem();
        for (var amendment : referral.takeAmendments()) {
            stored = stored.chain(() -> Histories.store(
                    session, referral.id(), referral.dossierVersion(), amendment, referral.updatedAt()));
        }
        return stored;
    }

    /** People record them, one referral at a time. */
    private static Uni<Void> storeMeetings(Mutiny.Session session, Referral referral) {
        return session.persistAll(referral.takeMeetings().stream()
                .map(meeting -> new MeetingRow(referral.id(), meeting))
                .toArray());
    }

    private static Uni<Void> storeQuestions(Mutiny.Session session, Referral referral) {
        var rows = new ArrayList<Object>();
        referral.takeQuestions().forEach(question -> rows.add(new QuestionRow(referral.id(), question)));
        referral.takeMessages().forEach(said -> rows.add(new QuestionMessageRow(said.question(), said.message())));
        return session.persistAll(rows.toArray());
    }

    private Uni<Void> storeNotes(Mutiny.Session session, List<Referral> referrals) {
        var granted = new ArrayList<AccessRow>();
        var assessments = new ArrayList<AssessmentRow>();
        var changes = new ArrayList<Change>();
        var ended = new AccessEnds();
        for (var referral : referrals) {
            var access = referral.takeAccessChanges();
            ended.add(referral, access);
            granted.addAll(granted(referral, access));
            referral.takeAssessments()
                    .forEach(heard -> assessments.add(new AssessmentRow(referral.id(), heard, clock.instant())));
            changes.addAll(referral.takeChanges());
        }
        return ended.write(session)
                .chain(() -> AccessRow.INSERT.run(session, granted))
                .chain(() -> AssessmentRow.INSERT.run(session, assessments))
                .chain(() -> TimelineRow.INSERT.run(
                        session, changes.stream().map(TimelineRow::new).toList()))
                .chain(() -> OpenCases.forget(session, referrals))
                .chain(() -> PostgresDrafts.forget(session, referrals))
                .chain(() -> outbox.append(session, changes));
    }

    private static List<AccessRow> granted(Referral referral, List<AccessChange> changes) {
        // Granted and taken back in the same batch of events: it never held.
        var held = new LinkedHashMap<String, AccessChange>();
        changes.forEach(change -> held.put(change.organisation(), change));
        return held.values().stream()
                .filter(AccessChange::granted)
                .map(change -> new AccessRow(referral.id(), change, true))
                .toList();
    }
}
