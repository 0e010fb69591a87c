package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A product that nobody can get is unavailable, whatever is known; what it demanded stands on record. */
class ClosedProductTest {
    @Test
    void whatItDemandedIsShownAndNotJudged() {
        var verdict = Changed.of("fana-closed").verdict("FANA");
        var ofRecord = verdict.criteria().stream()
                .filter(c -> c.explanation().node().equals("of-record"))
                .toList();

        assertEquals(Verdict.UNAVAILABLE, verdict.fr().verdict());
        assertEquals(
                List.of("FANA.R1", "FANA.R2", "FANA.R3", "FANA.R4", "FANA.R5"),
                ofRecord.stream().map(JudgedCriterion::id).toList());
        assertTrue(ofRecord.stream().allMatch(c -> c.effect() == Criterion.Effect.NONE));
        assertTrue(ofRecord.stream().allMatch(c -> c.explanation().truth() == Truth.UNKNOWN));
        assertEquals(6, verdict.criteria().size());
        assertEquals(Optional.empty(), verdict.amm());
        assertEquals(List.of(), verdict.missing());
    }

    @Test
    void itStaysClosed() {
        var verdict = Changed.of("fana-closed").verdict("FANA");

        assertEquals(Optional.empty(), verdict.dates().validUntil());
        assertEquals(Optional.empty(), verdict.dates().opensOn());
        assertEquals(Optional.empty(), verdict.dates().eligibleUntil());
    }

    /** Judged on another day by the short way, it is as unavailable as today. */
    @Test
    void anotherDayDoesNotOpenIt() {
        var given = Changed.of("fana-closed");
        var evidence = Evidence.on(given.day(), given.dossier(), Packs.shipped().knowledge());
        var prepared = Packs.shipped().prepared(Packs.shipped().pack("FANA").orElseThrow());

        var standing = new Rejudging(prepared, evidence).standing(evidence.on(LocalDate.of(2030, 1, 1)));

        assertEquals(new Standing(Judgement.without(Verdict.UNAVAILABLE), Optional.empty()), standing);
    }

    @Test
    void ofAnotherDiseaseItIsNotApplicableForAnybody() {
        var both = Changed.of("lum-not-applicable-gene-fits-disease-does-not").verdict("LUM");

        assertEquals(Verdict.NOT_APPLICABLE, both.fr().verdict());
        assertEquals(Optional.of(Verdict.NOT_APPLICABLE), both.amm().map(Judgement::verdict));
        assertEquals(1, both.criteria().size());
        assertEquals(Optional.empty(), both.dates().validUntil());
        var closed =
                Changed.of("fana-closed").with("/disease/orpha \"ORPHA:65\"").verdict("FANA");
        assertEquals(Verdict.NOT_APPLICABLE, closed.fr().verdict());
        assertEquals(Optional.empty(), closed.amm());
    }

    @Test
    void whetherItAppliesNamesTheDiseaseAndTheGenes() {
        var applies = Changed.of("lum-complete").verdict("LUM").criteria().get(0);
        var nothing = Changed.of("len-1-nothing-reported-yet")
                .verdict("LEN")
                .criteria()
                .get(0);
        var other = Changed.of("another-gene-only-is-not-applicable")
                .assess()
                .verdicts()
                .get(0)
                .criteria()
                .get(0);

        assertEquals(
                List.of("disease", "gene"),
                applies.explanation().parts().stream().map(Explanation::node).toList());
        assertEquals("HGNC:341", applies.explanation().parts().get(1).details().get("reported"));
        assertEquals(Criterion.Effect.SATISFIED, applies.effect());
        assertEquals("-", nothing.explanation().parts().get(1).details().get("reported"));
        assertEquals(Criterion.Effect.NONE, nothing.effect());
        assertEquals(Truth.FALSE, other.explanation().truth());
        assertEquals(Criterion.Effect.NONE, other.effect());
    }

    /** What is still open for Europe is missing there, while nothing can be missing for France. */
    @Test
    void whatIsMissingForEuropeAloneIsAskedForAsWell() {
        var verdict = Changed.of("tof-1-legacy-a4v").verdict("TOF");

        assertEquals(List.of(), verdict.fr().missing());
        assertEquals(
                List.of("G6", "TOF.1"),
                verdict.missing().stream().map(Assessment.MissingCriterion::id).toList());
        assertEquals(0, verdict.decisive().size());
    }
}
