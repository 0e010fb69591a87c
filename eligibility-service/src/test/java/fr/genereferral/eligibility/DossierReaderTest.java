package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.eligibility.json.DossierReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A preview reads a tree, and a referral the text that was kept of one: both say the same. */
class DossierReaderTest {
    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void aTextReadsLikeItsTree() throws IOException {
        for (var file : Cases.sample(2)) {
            var text = Cases.read(file).get("dossier").toString();

            assertEquals(DossierReader.read(EXACT.readTree(text)), DossierReader.read(text), file.toString());
        }
    }

    @Test
    void zerosAfterTheLastDigitSayNothing() throws IOException {
        var text = """
                {"disease": {"orpha": "70"}, "birthDate": "2026-11-01", "facts": [{"code": "weight", "value": 5.80}],
                 "antibodies": [{"serotype": "AAV9", "titre": 100.0}]}""";

        assertEquals(DossierReader.read(EXACT.readTree(text)), DossierReader.read(text));
    }

    @Test
    void whatFollowsADossierIsNoPartOfIt() {
        var text = Cases.read(Cases.all().get(0)).get("dossier").toString();

        assertThrows(IllegalArgumentException.class, () -> DossierReader.read(text + " {}"));
        assertThrows(IllegalArgumentException.class, () -> DossierReader.read(text.substring(1)));
    }
}
