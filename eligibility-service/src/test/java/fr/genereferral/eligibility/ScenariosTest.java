package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Assessment.MissingCriterion;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.DossierReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stories of real life as far as the rules go: one child, as more and more becomes known. */
class ScenariosTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate REFERRED = LocalDate.of(2026, 11, 23);

    private RulesInForce rules = Packs.shipped();

    /** The baby goes on while the titre is awaited, waits when it is too high, and is taken up again when it has fallen. */
    @Test
    void anAntibodyResultArrivesLater() {
        var child = Samples.caseFile("ona-5-titre-pending-with-a-date-may-wait");
        var awaited = verdict(child, "ONA-IV", REFERRED);
        assertEquals(Verdict.NEEDS_INFO, awaited.fr().verdict());
        assertTrue(
                awaited.missing().stream().map(MissingCriterion::pendingUntil).allMatch(Optional::isPresent));

        var high = LocalDate.of(2026, 12, 1);
        titre(child, 200, high);
        var deferred = verdict(child, "ONA-IV", high);
        assertEquals(Verdict.DEFERRED, deferred.fr().verdict());
        assertEquals(Optional.of(high.plusDays(28)), deferred.dates().deferredUntil());

        var fallen = LocalDate.of(2027, 1, 25);
        titre(child, 25, fallen);
        seenAgain(child, fallen);
        assertEquals(Verdict.ELIGIBLE, verdict(child, "ONA-IV", fallen).fr().verdict());
    }

    /** Neither the later report nor the better method wins: both are shown, and people decide. */
    @Test
    void twoLaboratoriesCountDifferently() {
        var child = Samples.caseFile("ona-2-type-2-smn2-3");
        assertEquals(Verdict.ELIGIBLE, verdict(child, "ONA-IV", REFERRED).fr().verdict());
        counts(child).addObject().setAll(count("HGNC:11118", 4, "ddpcr", "2026-11-15"));

        var verdict = verdict(child, "ONA-IV", REFERRED);

        assertEquals(Verdict.NEEDS_INFO, verdict.fr().verdict());
        assertEquals(List.of("ONA-IV.2"), verdict.fr().missing());
        var said = said(child, "ONA-IV", "ONA-IV.2");
        assertTrue(said.contains("conflicting"), said);
        assertTrue(said.contains("2026-11-08") && said.contains("2026-11-15"), said);
    }

    /** Neither yes nor no while a class and the phase are open; yes when the parents and the panel have spoken. */
    @Test
    void aVariantOfUncertainSignificanceIsReclassified() {
        var child = Samples.caseFile("lux-1-compound-heterozygous-in-trans");
        var genetics = (ObjectNode) child.at("/dossier/genetics");
        var phases = genetics.remove("phases");
        ((ObjectNode) genetics.at("/variants/1")).put("acmgClass", 3).put("classifiedOn", "2026-11-10");
        assertEquals(List.of("G2", "G3"), verdict(child, "LUX", REFERRED).fr().missing());

        genetics.set("phases", phases);
        assertEquals(List.of("G2"), verdict(child, "LUX", REFERRED).fr().missing());

        var found = new Classification(
                1, "HGNC:10294", "c.271C>T", "NM_000329.3:c.271C>T", 5, REFERRED, "PMID:1", Instant.EPOCH);
        rules = new RulesInForce(rules.all(), rules.knowledge().with(new Classifications(List.of(found))));
        assertEquals(Verdict.ELIGIBLE, verdict(child, "LUX", REFERRED).fr().verdict());
    }

    private static void titre(ObjectNode child, int titre, LocalDate on) {
        var antibodies = child.withObject("/dossier").withArray("antibodies");
        antibodies.removeAll();
        antibodies
                .addObject()
                .put("serotype", "AAV9")
                .put("kind", "total-binding")
                .put("state", "present")
                .put("operator", "=")
                .put("titre", titre)
                .put("date", on.toString());
    }

    /** Everything that goes stale is measured anew. */
    private static void seenAgain(ObjectNode child, LocalDate on) {
        child.at("/dossier/facts").forEach(fact -> ((ObjectNode) fact).put("date", on.toString()));
    }

    private static ArrayNode counts(ObjectNode child) {
        return child.withObject("/dossier/genetics").withArray("copyNumbers");
    }

    private static ObjectNode count(String gene, int copies, String method, String date) {
        return JSON.createObjectNode()
                .put("gene", gene)
                .put("copies", copies)
                .put("state", "present")
                .put("method", method)
                .put("date", date)
                .put("report", "r1");
    }

    private TherapyVerdict verdict(ObjectNode child, String therapy, LocalDate on) {
        return assess(child, on).verdicts().stream()
                .filter(v -> v.pack().therapy().equals(therapy))
                .findFirst()
                .orElseThrow();
    }

    private Assessment assess(ObjectNode child, LocalDate on) {
        return new Assessor(rules).assess(DossierReader.read(child.get("dossier")), List.of(), on);
    }

    /** What the document says of a criterion. */
    private String said(ObjectNode child, String therapy, String criterion) {
        try {
            var document = JSON.readTree(new AssessmentWriter(rules.knowledge()).write(assess(child, REFERRED)));
            for (var verdict : document.get("verdicts")) {
                for (var judged : verdict.get("criteria")) {
                    if (verdict.get("therapy").asText().equals(therapy)
                            && judged.get("id").asText().equals(criterion)) {
                        return judged.toString();
                    }
                }
            }
            throw new AssertionError("no " + criterion);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
