package fr.genereferral.hubdirectory.directory;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.directory.DirectoryCalls.TODAY;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Was it accredited that day, as we knew it then?" */
@ServiceTest
class AccreditedTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST_OF_SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final String THE_FIFTH = "2026-09-05&therapy=";

    /** The authority says on a later day that it had ended on the first. */
    @Test
    void isAnsweredAsItWasKnownThenAndAsItIsKnownNow() throws SQLException {
        DirectoryCalls.grant(NECKER, "KNEW-01", LocalDate.of(2026, 1, 1)).statusCode(201);
        DirectoryCalls.recordedOn(LocalDate.of(2026, 1, 5), "KNEW-01");
        DirectoryCalls.revoke(NECKER, "KNEW-01", FIRST_OF_SEPTEMBER).statusCode(200);

        asked(NECKER, THE_FIFTH + "KNEW-01&knownOn=2026-09-08")
                .body("on", equalTo("2026-09-05"))
                .body("knownOn", equalTo("2026-09-08"))
                .body("items.accredited", contains(true))
                .body("items[0].rows.holds", contains(true))
                .body("items[0].rows[0].accreditation.endsOn", nullValue());
        asked(NECKER, THE_FIFTH + "KNEW-01")
                .body("knownOn", oneOf(TODAY.toString(), LocalDate.now(PARIS).toString()))
                .body("items.accredited", contains(false))
                .body("items[0].rows.holds", contains(false))
                .body("items[0].rows[0].accreditation.endsOn", equalTo("2026-09-01"));
        asked(NECKER, THE_FIFTH + "KNEW-01&knownOn=2026-01-04")
                .body("items.accredited", contains(false))
                .body("items[0].rows", empty());
    }

    @Test
    void keepsAnEndThatWasCorrectedSince() throws SQLException {
        DirectoryCalls.grant(NECKER, "KNEW-02", LocalDate.of(2026, 1, 1)).statusCode(201);
        DirectoryCalls.recordedOn(LocalDate.of(2026, 1, 5), "KNEW-02");
        DirectoryCalls.endSaidOn(LocalDate.of(2026, 9, 5), "KNEW-02", LocalDate.of(2026, 9, 30));
        DirectoryCalls.revoke(NECKER, "KNEW-02", FIRST_OF_SEPTEMBER).statusCode(200);

        asked(NECKER, THE_FIFTH + "KNEW-02&knownOn=2026-09-08")
                .body("items[0].accredited", equalTo(true))
                .body("items[0].rows[0].accreditation.endsOn", equalTo("2026-09-30"))
                .body("items[0].rows[0].accreditation.endReason", equalTo("STAFF"));
        asked(NECKER, "2026-10-02&knownOn=2026-09-08&therapy=KNEW-02").body("items[0].accredited", equalTo(false));
    }

    @Test
    void speaksOfEveryTherapyAndOfARelayThatHasNone() {
        asked(NECKER, TODAY.toString())
                .body("on", equalTo(TODAY.toString()))
                .body("items.find { it.therapy == 'ONA-IV' }.accredited", equalTo(true))
                .body("items.rows", not(hasItem(empty())));
        asked(BASTIA, TODAY.toString()).body("items", empty());
        asked(BASTIA, TODAY + "&therapy=ONA-IV").body("items", hasSize(1)).body("items[0].accredited", equalTo(false));
        Search.get(Tokens.hospital(BASTIA), "/v1/hubs/999999999/accreditations").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on=2026-02-30", "knownOn=5", "knownOn=9999-12-31", "therapy='--"})
    void refusesADayThatIsNoneAndWhatNobodyCanKnow(String query) {
        Search.get(Tokens.hospital(BASTIA), "/v1/hubs/" + NECKER + "/accreditations?" + query)
                .statusCode(400)
                .body("code", equalTo("PARAMETER_INVALID"));
    }

    private static ValidatableResponse asked(String hub, String query) {
        return Search.get(Tokens.hospital(BASTIA), "/v1/hubs/" + hub + "/accreditations?on=" + query)
                .statusCode(200);
    }
}
