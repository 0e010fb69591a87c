package fr.genereferral.referral.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.ReferralRecords.Place;
import fr.genereferral.referral.Refused;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListFilterTest {
    private static final UUID ID = UUID.fromString("01a209ba-ff02-7dcb-add8-0df44e0e7302");

    @Test
    void goesOnWhereThePageBeforeHasEnded() {
        assertEquals(new Place(null, ID), filter(null, ID.toString()).query().after());
        assertEquals(
                new Place(LocalDate.of(2026, 11, 23), ID),
                filter("true", "2026-11-23_" + ID).query().after());
    }

    @Test
    void asksTheSameQuestionForTheNextPage() {
        var filter = new ListFilter(
                "DEFERRED", "GR-7WH424BD", "2026-11-23T00:00:00+01:00", "false", "true", "true", "identity", "x", null);

        assertEquals(
                "/v1/referrals?cursor=2026-11-23_" + ID + "&limit=50&state=DEFERRED&reference=GR-7WH424BD"
                        + "&updatedSince=2026-11-23T00:00:00%2B01:00&stuck=false&asked=true&due=true&include=identity",
                filter.from("2026-11-23_" + ID, 50));
    }

    @ParameterizedTest
    @CsvSource({
        "due, false",
        "due, TRUE",
        "due, 2026-11-23",
        "stuck, yes",
        "asked, yes",
        "state, NOWHERE",
        "reference, GR-7WH424BE",
        "updatedSince, 2026-11-23",
        "cursor, 1-1-1-1-1",
        // of a list of what is due
        "cursor, 2026-11-23_01a209ba-ff02-7dcb-add8-0df44e0e7302",
        "limit, 201",
        "limit, 0"
    })
    void takesNothingElse(String name, String value) {
        var filter = new ListFilter(
                name.equals("state") ? value : null,
                name.equals("reference") ? value : null,
                name.equals("updatedSince") ? value : null,
                name.equals("stuck") ? value : null,
                name.equals("asked") ? value : null,
                name.equals("due") ? value : null,
                null,
                name.equals("cursor") ? value : null,
                name.equals("limit") ? value : null);

        assertInvalid(filter);
    }

    @ParameterizedTest
    @CsvSource({
        "01a209ba-ff02-7dcb-add8-0df44e0e7302",
        "2026-02-30_01a209ba-ff02-7dcb-add8-0df44e0e7302",
        "2026-11-23_1-1-1-1-1",
        "2026-11-23"
    })
    void takesNoPlaceOfAnotherListInOneOfWhatIsDue(String cursor) {
        assertInvalid(filter("true", cursor));
    }

    @Test
    void namesPatientsOnlyWhenItIsAsked() {
        assertFalse(including(null).names());
        assertTrue(including("identity").names());
        assertThrows(Refused.class, () -> including("names").names());
    }

    private static void assertInvalid(ListFilter filter) {
        assertEquals(
                "PARAMETER_INVALID", assertThrows(Refused.class, filter::query).code());
    }

    private static ListFilter filter(String due, String cursor) {
        return new ListFilter(null, null, null, null, null, due, null, cursor, null);
    }

    private static ListFilter including(String include) {
        return new ListFilter(null, null, null, null, null, null, include, null, null);
    }
}
