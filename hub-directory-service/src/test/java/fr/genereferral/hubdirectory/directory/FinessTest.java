package fr.genereferral.hubdirectory.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.DirectoryFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinessTest {
    @Test
    void takesEveryHospitalOfTheDirectory() {
        DirectoryFixtures.hospitals().forEach(finess -> assertTrue(Finess.isHub(finess), finess));
    }

    @ParameterizedTest
    @ValueSource(strings = {"350000742", "2B0000013", "350005178", "60785003", "2C0000012", "FR-RENNES", "XX-NOWHERE"})
    void refusesAWrongDigitAndACountryThatIsNone(String id) {
        assertFalse(Finess.isHub(id));
    }

    @Test
    void readsTheCountryFromTheCode() {
        assertTrue(Finess.isHub("IT-MILANO-HSR"));
        assertEquals("IT", Finess.country("IT-MILANO-HSR"));
        assertEquals("FR", Finess.country("2B0000012"));
    }
}
