package fr.genereferral.hubdirectory.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.DirectoryFixtures;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravelLimitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        // A road of the town; a train of two hours; a long train; a flight that takes less than that; another ocean.
        "75, 750100208, false, false",
        "35, 750100208, false, true",
        "13, 590006607, true, true",
        "2B, 060780947, true, true",
        "976, 750100208, true, true"
    })
    void tellsFromTheJourneyWhetherANightAndACompanionAreNeeded(
            String departement, String hub, boolean overnight, boolean accompaniment) {
        var limits = DirectoryFixtures.parametersFrom(TODAY).travelLimits();
        var journey = DirectoryFixtures.atlas()
                .from(new Origin(Origin.Kind.DEPARTEMENT, departement), TODAY)
                .toHospital(hub)
                .orElseThrow();

        assertEquals(new TravelNeeds(overnight, accompaniment), limits.needsOf(journey), journey::toString);
    }
}
