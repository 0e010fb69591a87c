package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.ReferralRecords.ListQuery;
import fr.genereferral.referral.ReferralRecords.Place;
import fr.genereferral.referral.ReferralStatus;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which referrals stand on a page, and one more where there is one. Each statement begins where an index begins: at what
 * the hospital has sent, at what the hub was let into. Asked for both at once, the database would read whatever there is.
 */
final class ListPage {
    /** What was never sent is its hospital's alone. */
    private static final String OF_ALL = "select r.id, r.due_on from referral r where r.clock_started_at is not null";

    private static final String OF_HOSPITAL =
            "select r.id, r.due_on from referral r where r.organisation = :organisation";
    /** A hub may have been let in more than once. */
    private static final String OF_HUB = "select distinct r.id, r.due_on from referral_access a"
            + " join referral r on r.id = a.referral_id where a.organisation = :organisation and a.as_hub"
            + " and a.until is null and r.organisation <> :organisation";
    /** Begins at the state; the offset keeps the database from beginning elsewhere. */
    private static final String OF_HUB_PASSING =
            "select r.id, r.due_on from referral r where r.organisation <> :organisation"
                    + " and exists (select 1 from referral_access a where a.referral_id = r.id"
                    + " and a.organisation = :organisation and a.as_hub and a.until is null offset 0)";
    /** Where a referral stays for days: few are in it in the whole country, and fewer still among a hub's many. */
    private static final Set<ReferralStatus> PASSING =
            EnumSet.of(ReferralStatus.OFFERED, ReferralStatus.CANCEL_REQUESTED);

    private final ListQuery query;
    private final Access access;
    private final LocalDate today;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ListPage(ListQuery query, Access access, LocalDate today) {
        this.query = query;
        this.access = access;
        this.today = today;
    }

    /** In the order of the list. */
    Uni<List<Place>> places(Mutiny.Session session) {
        var page = session.createNativeQuery(sql(), Object[].class);
        parameters.forEach(page::setParameter);
        return page.getResultList().map(rows -> rows.stream()
                .map(row -> new Place((LocalDate) row[1], (UUID) row[0]))
                .toList());
    }

    /** Only what was asked for stands in it, so that the database plans for what it gets. */
    String sql() {
        parameters.clear();
        var narrowing = narrowing();
        if (query.due()) {
            return own() + due() + narrowing + " order by r.due_on, r.id" + limit();
        }
        var newest = before() + narrowing + " order by r.id desc" + limit();
        // Whether others are asked is not told to hubs.
        return access.rights().isNational() || query.asked() != null
                ? own() + newest
                : "select id, due_on from ((" + own() + newest + ") union all (" + ofOthers() + newest
                        + ")) as seen order by id desc" + limit();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private String own() {
        if (access.rights().isNational()) {
            return OF_ALL;
        }
        parameters.put("organisation", access.by().organisation());
        return OF_HOSPITAL;
    }

    private String ofOthers() {
        if (query.state() != null && PASSING.contains(query.state())) {
            return OF_HUB_PASSING;
        }
        // The database knows that an order holds on both sides of a join, but not that a bound does.
        return query.after() == null ? OF_HUB : OF_HUB + " and a.referral_id < :after";
    }

    private String narrowing() {
        var text = new StringBuilder();
        if (query.state() != null) {
            var behind = query.state().behind(access.rights());
            text.append(with(
                    " and r.state in (:states)",
                    "states",
                    behind.stream().map(Enum::name).toList()));
        }
        if (query.reference() != null) {
            text.append(with(" and r.reference = :reference", "reference", query.reference()));
        }
        if (query.updatedSince() != null) {
            text.append(with(" and r.updated_at >= :since", "since", query.updatedSince()));
        }
        if (query.stuck() != null) {
            text.append(
                    query.stuck()
                            ? " and r.id in (select s.referral_id from stuck s)"
                            : " and not exists (select 1 from stuck s where s.referral_id = r.id)");
        }
        if (query.asked() != null) {
            text.append(" and r.question_due_at is ").append(query.asked() ? "not null" : "null");
        }
        return text.toString();
    }

    private String due() {
        var begun = with(" and r.due_on <= :today", "today", today);
        if (query.after() == null) {
            return begun;
        }
        parameters.put("day", query.after().day());
        return begun
                + with(
                        " and (r.due_on, r.id) > (:day, :after)",
                        "after",
                        query.after().id());
    }

    private String before() {
        return query.after() == null
                ? ""
                : with(" and r.id < :after", "after", query.after().id());
    }

    private String with(String condition, String name, Object value) {
        parameters.put(name, value);
        return condition;
    }

    /** One more than the page has tells whether another follows. */
    private String limit() {
        return " limit " + (query.limit() + 1);
    }
}
