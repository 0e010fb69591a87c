package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Threads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Reads that need no aggregate: rows to records. */
@ApplicationScoped
class PostgresReferralRecords implements ReferralRecords {
    private static final Logger LOG = Logger.getLogger(PostgresReferralRecords.class);

    private static final String MAY_SEE = "(:national = true or exists (select 1 from AccessRow a"
            + " where a.referralId = r.id and a.organisation = :organisation and a.until is null))"
            // What was never sent is its hospital's alone.
            + " and (:national = false or r.clockStartedAt is not null)";

    /** Since the reader's organisation may see it: who is asked a second time opens it a first time. */
    private static final String FIRST_SHOWN = "select a.dossierVersion from AuditRow a where a.referralId = :id"
            + " and a.written.organisation = :organisation and a.action = 'READ_DOSSIER'"
            + " and a.dossierVersion is not null and a.written.at >= (select max(g.since) from AccessRow g"
            + " where g.referralId = :id and g.organisation = :organisation and g.until is null)"
            + " order by a.written.at, a.id";

    private static final String FIELDS = "from IdentityFieldRow f where f.referralId in :ids and f.field in :fields"
            + " and exists (select 1 from AccessRow a where a.referralId = f.referralId"
            + " and a.organisation = :organisation and a.until is null and a.follower = false)";

    /** Whoever follows the child by another referral has that one's identity. */
    private static final String MAY_NAME = "select count(a) from AccessRow a where a.referralId = :id"
            + " and a.organisation = :organisation and a.until is null and a.follower = false";

    private final Transactions transactions;
    private final Clock clock;

    PostgresReferralRecords(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Listed> list(ListQuery query, Access access) {
        var page = new ListPage(query, access, Paris.dayOf(clock.instant()));
        return transactions.as(access.rights(), session -> page.places(session)
                .chain(places -> listed(session, places, query.limit())));
    }

    /** Where the next page begins is read with the ids: a line may change, or go, before it is read. */
    private static Uni<Listed> listed(Mutiny.Session session, List<Place> places, int limit) {
        var ids = places.stream().limit(limit).map(Place::id).toList();
        var next = places.size() > limit ? places.get(limit - 1) : null;
        return ReferralLines.of(session, ids).map(lines -> new Listed(lines, next));
    }

    @Override
    public Uni<List<TimelineEntry>> timeline(UUID id, Access access) {
        return seen(id, access, session -> session.createQuery(
                        "select new fr.genereferral.referral.ReferralRecords$TimelineEntry(t.version, t.written.at,"
                                + " t.what, t.state, t.written.actor, t.written.organisation, t.written.role, t.reason,"
                                + " t.hubId, t.hubName) from TimelineRow t where t.referralId = :id order by t.version",
                        TimelineEntry.class)
                .setParameter("id", id)
                .getResultList());
    }

    /** None that has come while the coordinator looks for a duplicate: that it was judged and waits would say so. */
    @Override
    public Uni<List<StoredAssessment>> assessments(UUID id, Access access) {
        return seen(id, access, session -> session.createQuery(
                        "select new fr.genereferral.referral.ReferralRecords$StoredAssessment(a.id, a.dossierVersion,"
                                + " a.cause, a.evaluationDate, a.assessedAt, a.receivedAt, a.document)"
                                + " from AssessmentRow a, Referral r where a.referralId = :id and r.id = a.referralId"
                                + " and (:national = true or r.state <> :held or a.receivedAt <= (select min(t.written.at)"
                                + " from TimelineRow t where t.referralId = :id and t.version > (select coalesce(max(u.version), 0)"
                                + " from TimelineRow u where u.referralId = :id and u.state <> :held)))"
                                + " order by a.receivedAt, a.id",
                        StoredAssessment.class)
                .setParameter("id", id)
                .setParameter("national", access.rights().isNational())
                .setParameter("held", ReferralStatus.DUPLICATE_REVIEW)
                .getResultList());
    }

    @Override
    public Uni<EverythingAsked> asked(UUID id, Access access) {
        return seen(id, access, session -> session.find(Referral.class, id)
                .chain(referral -> lastJudgement(session, referral)
                        .chain(judgement -> threads(session, id, access).chain(threads -> ReminderRow.told(session, id)
                                .map(told -> new EverythingAsked(judgement, threads, referral.questions(), told))))));
    }

    private static Uni<Threads> threads(Mutiny.Session session, UUID id, Access access) {
        return access.rights().isNational()
                ? Conversations.of(session, id)
                : Conversations.knownTo(session, id, access.by().organisation());
    }

    private static Uni<LastJudgement> lastJudgement(Mutiny.Session session, Referral referral) {
        return lastDocument(session, referral).chain(document -> Histories.of(session, referral.id())
                .map(said -> new LastJudgement(
                        referral.state(), referral.offerWaitingForFacts(), referral.factsDueAt(), document, said)));
    }

    private static Uni<Optional<Document>> lastDocument(Mutiny.Session session, Referral referral) {
        return session.createQuery(
                        "select a.document from AssessmentRow a where a.referralId = :id and a.dossierVersion = :version"
                                + " order by a.receivedAt desc, a.id desc",
                        Document.class)
                .setParameter("id", referral.id())
                .setParameter("version", referral.dossierVersion())
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<DossierHistory> history(UUID id, Access access) {
        return seen(id, access, session -> Histories.of(session, id));
    }

    @Override
    public Uni<DossierHistory> historyBeside(UUID id, Access access) {
        return visible(id, access, session -> Histories.of(session, id));
    }

    @Override
    public Uni<Optional<Integer>> firstShown(UUID id, Access access) {
        return transactions.as(access.rights(), session -> session.createQuery(FIRST_SHOWN, Integer.class)
                .setParameter("id", id)
                .setParameter("organisation", access.by().organisation())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    @Override
    public Uni<List<Meeting>> meetings(UUID id, Access access) {
        return seen(id, access, session -> CaseFiles.meetings(session, id)
                .chain(meetings -> session.createNativeQuery("select names_a_person(cast(:id as uuid))", Boolean.class)
                        .setParameter("id", id.toString())
                        .getSingleResult()
                        .map(names -> names
                                ? meetings
                                : meetings.stream().map(Meeting::withoutWords).toList())));
    }

    @Override
    public Uni<Map<String, byte[]>> identity(UUID id, Access access) {
        return seen(id, access, session -> mayName(session, id, access)
                .chain(() -> session.createQuery(
                                "from IdentityFieldRow f where f.referralId = :id", IdentityFieldRow.class)
                        .setParameter("id", id)
                        .getResultList())
                .map(found ->
                        found.stream().collect(Collectors.toMap(IdentityFieldRow::field, IdentityFieldRow::sealed))));
    }

    private static Uni<Void> mayName(Mutiny.Session session, UUID id, Access access) {
        return session.createQuery(MAY_NAME, Long.class)
                .setParameter("id", id)
                .setParameter("organisation", access.by().organisation())
                .getSingleResult()
                .invoke(count -> {
                    if (count == 0) {
                        throw Refused.because("FORBIDDEN");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<UUID, Map<String, byte[]>>> identities(List<UUID> ids, Set<String> fields, Access access) {
        var at = clock.instant();
        var audited = ids.stream().map(id -> new AuditRow(id, access, at)).toList();
        return transactions.as(access.rights(), session -> session.createQuery(FIELDS, IdentityFieldRow.class)
                .setParameter("ids", ids)
                .setParameter("fields", fields)
                .setParameter("organisation", access.by().organisation())
                .getResultList()
                .call(() -> AuditRow.INSERT.run(session, audited))
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                IdentityFieldRow::referralId,
                                Collectors.toMap(IdentityFieldRow::field, IdentityFieldRow::sealed)))));
    }

    @Override
    public Uni<Void> altered(IdentityAltered found, Access access) {
        LOG.errorf(
                "Identity altered: referralId=%s field=%s; it does not open where it stands",
                found.referralId(), found.field());
        return note(found.referralId(), access.doing("IDENTITY_ALTERED"));
    }

    @Override
    public Uni<Void> note(UUID id, Access access) {
        return seen(id, access, session -> Uni.createFrom().voidItem());
    }

    /** As {@link #visible}, with an audit row. */
    private <T> Uni<T> seen(UUID id, Access access, Function<Mutiny.Session, Uni<T>> read) {
        return visible(id, access, session -> session.persist(new AuditRow(id, access, clock.instant()))
                .chain(() -> read.apply(session)));
    }

    /** Only for a referral that the reader may see. */
    private <T> Uni<T> visible(UUID id, Access access, Function<Mutiny.Session, Uni<T>> read) {
        return transactions.as(access.rights(), session -> session.createQuery(
                        "select count(r) from Referral r where r.id = :id and " + MAY_SEE, Long.class)
                .setParameter("id", id)
                .setParameter("national", access.rights().isNational())
                .setParameter("organisation", access.by().organisation())
                .getSingleResult()
                .invoke(count -> {
                    if (count == 0) {
                        throw Refused.notFound();
                    }
                })
                .chain(() -> read.apply(session)));
    }
}
