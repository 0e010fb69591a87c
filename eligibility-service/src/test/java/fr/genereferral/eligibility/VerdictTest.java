package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.json.DossierReader;
import fr.genereferral.eligibility.json.RulePackReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What no shipped pack has yet and the rest of the catalogue will: closed access, no authorisation, trials, dates. */
class VerdictTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void aClosedTherapyIsUnavailableInFranceAndStillJudgedForItsAuthorisation() throws IOException {
        var verdict = judge("sma-1-complete", pack -> close(pack, "2026-06-01"));

        assertEquals(Verdict.UNAVAILABLE, verdict.fr().verdict());
        assertEquals(List.of(), verdict.fr().failing());
        assertEquals(Verdict.ELIGIBLE, verdict.amm().orElseThrow().verdict());
        assertFalse(verdict.access().open());
        assertFalse(verdict.sought());
    }

    @Test
    void accessThatEndsLaterEndsTheVerdictThatDay() throws IOException {
        var verdict = judge("sma-1-complete", pack -> close(pack, "2026-12-01"));

        assertEquals(Verdict.ELIGIBLE, verdict.fr().verdict());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 30)), verdict.dates().validUntil());
    }

    @Test
    void withoutAnAuthorisationThereIsNoVerdictForIt() throws IOException {
        assertTrue(judge("sma-1-complete", pack -> pack.put("authorised", false))
                .amm()
                .isEmpty());
    }

    @Test
    void aTrialRowCountsForFranceOnly() throws IOException {
        var verdict = judge("ona-8-previous-gene-therapy-excludes", pack -> {
            for (var criterion : pack.get("criteria")) {
                if (criterion.get("id").asText().equals("ONA-IV.8")) {
                    ((ObjectNode) criterion).putArray("layers").add("TRIAL");
                }
            }
        });

        assertEquals(Verdict.NOT_ELIGIBLE, verdict.fr().verdict());
        assertEquals(Verdict.ELIGIBLE, verdict.amm().orElseThrow().verdict());
    }

    @Test
    void aCriterionCountsOnlyWhileItIsInForce() throws IOException {
        var verdict = judge("ona-8-previous-gene-therapy-excludes", pack -> {
            for (var criterion : pack.get("criteria")) {
                if (criterion.get("id").asText().equals("ONA-IV.8")) {
                    ((ObjectNode) criterion).put("from", "2026-11-30");
                }
            }
        });

        assertEquals(Verdict.ELIGIBLE, verdict.fr().verdict());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 29)), verdict.dates().validUntil());
    }

    @Test
    void eachLanguageNamesValueDateAndThreshold() throws IOException {
        var document = new fr.genereferral.eligibility.json.AssessmentWriter(
                        Packs.shipped().knowledge())
                .write(new Assessor(Packs.shipped()).assess(dossier("sma-1-complete"), List.of(), DAY));

        assertTrue(document.contains("Poids : 5,8 kg, le 20/11/2026 ; seuil : ≤ 21 kg"), document);
        assertTrue(document.contains("Body weight: 5.8 kg, on 2026-11-20; threshold: ≤ 21 kg"), document);
        assertFalse(document.contains("{label}"), document);
    }

    private static void close(ObjectNode pack, String from) {
        pack.withArray("access")
                .addObject()
                .put("from", from)
                .put("open", false)
                .putObject("reason")
                .put("fr", "arrêté")
                .put("en", "stopped");
    }

    private static TherapyVerdict judge(String caseName, Consumer<ObjectNode> change) throws IOException {
        var pack = (ObjectNode) new ObjectMapper().readTree(Packs.text(Packs.file("ONA-IV")));
        change.accept(pack);
        var rules = new RulesInForce(
                List.of(RulePackReader.read(pack.toString(), 1)),
                Packs.shipped().knowledge());
        return new Assessor(rules)
                .assess(dossier(caseName), List.of(), DAY)
                .verdicts()
                .get(0);
    }

    private static Dossier dossier(String caseName) {
        return DossierReader.read(Samples.caseFile(caseName).get("dossier"));
    }
}
