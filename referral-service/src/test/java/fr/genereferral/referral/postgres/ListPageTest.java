package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.ReferralRecords.ListQuery;
import fr.genereferral.referral.ReferralRecords.Place;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where each statement begins, and what stands in it. */
class ListPageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Place PLACE = new Place(TODAY, UUID.randomUUID());
    private static final Access RENNES =
            new Access(new Actor("subject", "350007084", "referrer"), Rights.of("350007084"), "LIST", "127.0.0.1");
    private static final Access NATION =
            new Access(new Actor("subject", "national", "coordinator"), Rights.national(), "LIST", "127.0.0.1");

    @Test
    void ofAnOrganisationBeginsAtWhatIsItsOwnOnBothSides() {
        var page = page(query(null, false, null), RENNES);

        var sql = page.sql();

        assertTrue(sql.contains("r.organisation = :organisation order by r.id desc limit 51) union all"), sql);
        assertTrue(sql.contains("a.organisation = :organisation and a.as_hub"), sql);
        assertEquals(Set.of("organisation"), page.parameters().keySet());
    }

    @Test
    void ofTheNationNamesNoOrganisation() {
        var page = page(query(null, false, PLACE), NATION);

        assertEquals(
                "select r.id, r.due_on from referral r where r.clock_started_at is not null and r.id < :after"
                        + " order by r.id desc limit 51",
                page.sql());
        assertEquals(Set.of("after"), page.parameters().keySet());
    }

    @Test
    void narrowsBothSidesAlike() {
        var page = page(
                new ListQuery(ReferralStatus.ASSESSING, "GR-X", Instant.EPOCH, true, null, false, PLACE, 200), RENNES);

        var sql = page.sql();

        for (var condition : List.of(
                "r.state in (:states)",
                "r.reference = :reference",
                "r.updated_at >= :since",
                "r.id in (select s.referral_id from stuck s)",
                "r.id < :after")) {
            assertEquals(3, sql.split(java.util.regex.Pattern.quote(condition), -1).length, condition);
        }
        assertTrue(sql.endsWith("limit 201"), sql);
        // What is held for a duplicate is shown as being assessed.
        assertEquals(Set.of("ASSESSING", "DUPLICATE_REVIEW"), Set.copyOf((List<?>)
                page.parameters().get("states")));
    }

    @Test
    void ofAHubBeginsAtAStateThatFewAreIn() {
        var few = page(query(ReferralStatus.OFFERED, false, null), RENNES).sql();
        var many = page(query(ReferralStatus.COMPLETED, false, null), RENNES).sql();

        assertTrue(few.contains("from referral r where r.organisation <> :organisation"), few);
        assertTrue(many.contains("from referral_access a join referral r"), many);
    }

    /** Else it would begin with the hub's first, however far on the page is. */
    @Test
    void ofAHubGoesOnAtThePlaceThatItsIndexHas() {
        var next = page(query(null, false, PLACE), RENNES).sql();
        var few = page(query(ReferralStatus.OFFERED, false, PLACE), RENNES).sql();

        assertTrue(next.contains(" and a.referral_id < :after and r.id < :after"), next);
        assertFalse(few.contains("a.referral_id < :after"), few);
    }

    @Test
    void ofQuestionsIsOfWhatIsOnesOwn() {
        assertEquals(
                "select r.id, r.due_on from referral r where r.organisation = :organisation and r.question_due_at is not null"
                        + " order by r.id desc limit 51",
                page(asked(true), RENNES).sql());
        assertEquals(
                "select r.id, r.due_on from referral r where r.clock_started_at is not null and r.question_due_at is null"
                        + " order by r.id desc limit 51",
                page(asked(false), NATION).sql());
    }

    /** A site that is asked too has nothing to do for the children of others. */
    @Test
    void ofWhatIsDueBeginsWithTheOldestDayAndAtTheSenderAlone() {
        var first = page(query(null, true, null), RENNES);
        var next = page(query(null, true, PLACE), RENNES);

        assertEquals(
                "select r.id, r.due_on from referral r where r.organisation = :organisation and r.due_on <= :today"
                        + " order by r.due_on, r.id limit 51",
                first.sql());
        assertEquals(TODAY, first.parameters().get("today"));
        assertTrue(next.sql().contains(" and (r.due_on, r.id) > (:day, :after) order by"));
        assertFalse(next.sql().contains("referral_access"));
        assertEquals(
                Set.of("organisation", "today", "day", "after"),
                next.parameters().keySet());
    }

    private static ListPage page(ListQuery query, Access access) {
        return new ListPage(query, access, TODAY);
    }

    private static ListQuery asked(boolean asked) {
        return new ListQuery(null, null, null, null, asked, false, null, 50);
    }

    private static ListQuery query(ReferralStatus state, boolean due, Place after) {
        return new ListQuery(state, null, null, null, null, due, after, 50);
    }
}
