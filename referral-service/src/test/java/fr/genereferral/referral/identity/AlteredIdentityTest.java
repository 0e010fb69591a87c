package fr.genereferral.referral.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with the database in hand has moved or cut is refused, never shown as somebody's. */
@ServiceTest
class AlteredIdentityTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                // the same field of another referral
                "update identity_field f set sealed = o.sealed from identity_field o where f.referral_id = '%1$s'"
                        + " and o.referral_id = '%2$s' and f.field = 'familyName' and o.field = 'familyName'",
                // another field of the same referral
                "update identity_field f set sealed = o.sealed from identity_field o where f.referral_id = '%1$s'"
                        + " and o.referral_id = '%1$s' and f.field = 'familyName' and o.field = 'givenNames'",
                "update identity_field set field = 'usedName' where referral_id = '%1$s' and field = 'familyName'",
                // cut short, emptied, one bit
                "update identity_field set sealed = substr(sealed, 1, length(sealed) - 1)"
                        + " where referral_id = '%1$s' and field = 'familyName'",
                "update identity_field set sealed = substr(sealed, 1, 5)"
                        + " where referral_id = '%1$s' and field = 'familyName'",
                "update identity_field set sealed = '' where referral_id = '%1$s' and field = 'familyName'",
                "update identity_field set sealed = set_bit(sealed, 0, 1 - get_bit(sealed, 0))"
                        + " where referral_id = '%1$s' and field = 'familyName'"
            })
    void isRefusedWhenAFieldIsNotWhatWasStoredThere(String sql) throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        var another = Journey.begun(Tokens.RENNES);

        alter("referral", sql, journey, another);

        assertIsRefusedAndAudited(journey);
        another.get("/identity").statusCode(200);
    }

    @Test
    void isRefusedWhenTheWrappedKeyIsAnothers() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        var another = Journey.begun(Tokens.RENNES);
        var kept = "create table kept as select * from referral_key where referral_id = '%1$s'";
        alter("referral_keys", kept, journey, another);

        alter(
                "referral_keys",
                "update referral_key k set wrapped = o.wrapped from referral_key o"
                        + " where k.referral_id = '%1$s' and o.referral_id = '%2$s'",
                journey,
                another);

        assertIsRefusedAndAudited(journey);
        another.get("/identity").statusCode(200);
        alter(
                "referral_keys",
                "update referral_key k set wrapped = o.wrapped from kept o where k.referral_id = o.referral_id;"
                        + " drop table kept",
                journey,
                another);
        journey.get("/identity").statusCode(200);
    }

    private static void alter(String database, String sql, Journey journey, Journey another) throws SQLException {
        try (var superuser = Rows.asSuperuser(database)) {
            superuser.run(sql.formatted(journey.id(), another.id()));
        }
    }

    private static void assertIsRefusedAndAudited(Journey journey) throws SQLException {
        journey.get("/identity")
                .statusCode(500)
                .body("code", equalTo("IDENTITY_ALTERED"))
                .body("origin", equalTo("PLATFORM"))
                .body(not(containsString("CANARI")));
        try (var superuser = Rows.asSuperuser("referral")) {
            var audited = superuser.select(
                    "select action, organisation from audit where referral_id::text = ? and action like '%IDENTITY%'"
                            + " order by id",
                    journey.id());
            assertEquals("READ_IDENTITY", audited.get(0).get("action"));
            assertEquals("IDENTITY_ALTERED", audited.get(1).get("action"));
            assertEquals(Tokens.RENNES, audited.get(1).get("organisation"));
        }
    }
}
