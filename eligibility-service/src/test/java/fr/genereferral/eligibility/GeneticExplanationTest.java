package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who sees only the explanation can name every variant, its class and its place, and what is wrong with its name. */
class GeneticExplanationTest {
    private static final String FIRST = "NM_000790.4:c.714+4A>T";
    private static final String SECOND = "NM_000790.4:c.1040G>A";

    @Test
    void namesTheClassOfEveryVariantWithItsDay() {
        var classes = Changed.of("g2-pathogenic-and-vus-in-trans")
                .with("/genetics/variants/0/classifiedOn \"2026-11-01\"")
                .explanation("UPS", "G2");

        assertEquals(Map.of("gene", "DDC", "demanded", "biallelic"), classes.details());
        assertEquals(Truth.UNKNOWN, classes.truth());
        var first = part(classes, FIRST);
        assertEquals("variant-class", first.node());
        assertEquals("5", first.details().get("class"));
        assertEquals(Truth.TRUE, first.truth());
        assertEquals(LocalDate.of(2026, 11, 1), first.reading().date());
        assertEquals("3", part(classes, SECOND).details().get("class"));
        assertEquals(Truth.UNKNOWN, part(classes, SECOND).truth());
    }

    @Test
    void namesABenignVariantAsNone() {
        var classes = Changed.of("g2-benign-only-fails-g3").explanation("UPS", "G2");

        assertEquals(1, classes.parts().size());
        assertEquals(Truth.FALSE, classes.parts().get(0).truth());
    }

    @Test
    void namesTheZygosityAndHowTwoVariantsLie() {
        var trans = Changed.of("g3-two-in-trans").explanation("UPS", "G3");
        var cis = Changed.of("g3-two-in-cis-fails").explanation("UPS", "G3");
        var unknown = Changed.of("g3-two-phase-unknown").explanation("UPS", "G3");

        assertEquals("trans " + SECOND, part(trans, FIRST).details().get("phase"));
        assertEquals("trans " + FIRST, part(trans, SECOND).details().get("phase"));
        assertEquals("heterozygous", part(trans, FIRST).details().get("zygosity"));
        assertEquals("cis " + SECOND, part(cis, FIRST).details().get("phase"));
        assertEquals("", part(unknown, FIRST).details().get("phase"));
        assertTrue(part(trans, FIRST).reading().isUsable());
    }

    @Test
    void asksForNothingWhereARuleIsDecided() {
        var decided = Changed.of("g3-two-in-trans").verdict("UPS");

        decided.criteria().stream()
                .filter(c -> c.id().startsWith("G") && !c.id().contains("."))
                .forEach(c -> assertNull(c.explanation().reading(), c.id()));
        assertEquals(List.of(), decided.missing());
    }

    @Test
    void saysNothingOfAPhaseWhereThereIsOneVariant() {
        var single = Changed.of("g3-single-heterozygous-fails").explanation("UPS", "G3");

        assertEquals(1, single.parts().size());
        assertEquals("", single.parts().get(0).details().get("phase"));
    }

    @Test
    void namesTheCopiesOfAGeneThatIsCounted() {
        var counted =
                Changed.of("sma-1-complete").explanation("ONA-IV", "G3").parts().get(0);
        var pending = Changed.of("smn1-copies-pending")
                .explanation("ONA-IV", "G3")
                .parts()
                .get(0);

        assertEquals("copies", counted.node());
        assertEquals(Truth.TRUE, counted.truth());
        assertEquals(0, counted.reading().value());
        assertEquals(Truth.UNKNOWN, pending.truth());
        assertEquals(Shortfall.PENDING, pending.reading().shortfall());
        assertTrue(Changed.of("g3-two-in-trans").explanation("UPS", "G3").parts().stream()
                .noneMatch(p -> p.node().equals("copies")));
    }

    @Test
    void namesAVariantThatIsMosaic() {
        var mosaic = Changed.of("g5-mosaic").explanation("UPS", "G5");

        assertEquals(List.of("variant-mosaic"), nodes(mosaic));
        assertEquals(FIRST, mosaic.parts().get(0).details().get("variant"));
        assertTrue(mosaic.parts().get(0).reading().isUsable());
        assertEquals(
                List.of(), Changed.of("g6-no-version").explanation("UPS", "G5").parts());
    }

    /** The place counts from one, as people do; the modern form stands where one is certain. */
    @Test
    void saysWhereANameGoesWrongAndWhy() {
        var legacy =
                Changed.of("ttr-1-legacy-v30m").explanation("VUT", "G6").parts().get(0);
        var reference = Changed.of("len-1-another-reference")
                .explanation("LEN", "G6")
                .parts()
                .get(0);
        var beyond = Changed.of("g6-beyond-the-coding-sequence")
                .explanation("UPS", "G6")
                .parts()
                .get(0);

        assertEquals("variant-name", legacy.node());
        assertEquals("V30M", legacy.details().get("variant"));
        assertEquals("legacy-name", legacy.details().get("reason"));
        assertTrue(legacy.details().get("modernForm").contains("c.148G>A"), legacy::toString);
        assertEquals("reference-not-listed", reference.details().get("reason"));
        assertEquals("1", reference.details().get("place"));
        assertEquals("", reference.details().get("modernForm"));
        assertEquals("beyond-coding-sequence", beyond.details().get("reason"));
        var written = beyond.details().get("variant");
        assertEquals(String.valueOf(written.indexOf("c.") + 3), beyond.details().get("place"));
    }

    @Test
    void theOtherRulesAreNotJudgedWhileANameCannotBeUsed() {
        var verdict = Changed.of("g6-no-version").verdict("UPS");

        for (var id : List.of("G2", "G3")) {
            var rule = verdict.criteria().stream()
                    .filter(c -> c.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertEquals("not-judged", rule.explanation().node());
            assertEquals("DDC", rule.explanation().details().get("gene"));
            assertEquals(Criterion.Effect.NONE, rule.effect());
        }
    }

    /** An event must not grow with its dossier: twelve are named, the weightiest first, and the others counted. */
    @Test
    void ofManyVariantsTheWeightiestAreNamedAndTheOthersCounted() {
        var twelve = withBenign(11).explanation("UPS", "G2");
        var fifteen = withBenign(14).explanation("UPS", "G2");

        assertEquals(12, twelve.parts().size());
        assertTrue(nodes(twelve).stream().allMatch("variant-class"::equals));
        assertEquals(13, fifteen.parts().size());
        assertEquals(
                Truth.TRUE, fifteen.parts().stream().map(Explanation::truth).reduce(Truth.FALSE, Truth::or));
        assertEquals("more", fifteen.parts().get(12).node());
        assertEquals("3", fifteen.parts().get(12).details().get("count"));
    }

    @Test
    void namesEveryReportAndWhetherItIsComplete() {
        var complete = Changed.of("g3-two-in-trans").explanation("UPS", "G7");
        var unsigned = Changed.of("g7-not-signed").explanation("UPS", "G7");

        assertEquals(Truth.TRUE, complete.truth());
        assertEquals("r1", complete.parts().get(0).details().get("report"));
        assertEquals(
                LocalDate.of(2026, 11, 10), complete.parts().get(0).reading().date());
        assertEquals(Truth.UNKNOWN, unsigned.truth());
        assertEquals(Truth.UNKNOWN, unsigned.parts().get(0).truth());
    }

    /** Only the report that the result comes from is asked for a second sample. */
    @Test
    void aSecondSampleOfAnotherReportRaisesNothing() {
        var other = "{\"id\": \"r2\", \"laboratory\": \"L\", \"accreditation\": \"8-0000\", \"signed\": true,"
                + " \"signedOn\": \"2026-11-10\", \"secondSample\": false}";
        var beside = Changed.of("g7-w1-second-sample").with("/genetics/reports/- " + other);
        var unnamed = Changed.of("g7-w1-no-second-sample").with("/genetics/variants/0/report");

        assertEquals(List.of(), beside.verdict("LUX").warnings());
        assertEquals(List.of("G7.W1"), unnamed.verdict("LUX").warnings());
    }

    /** As the laboratory wrote it, and short enough to be read. */
    @Test
    void aLongNameIsCutShort() {
        var eighty = "x".repeat(80);
        var shown = shown(eighty);
        var cut = shown(eighty + "y");

        assertEquals(eighty, shown);
        assertEquals(eighty + "…", cut);
    }

    private static String shown(String name) {
        return Changed.of("g6-no-version")
                .with("/genetics/variants/0/hgvs \"" + name + "\"")
                .explanation("UPS", "G6")
                .parts()
                .get(0)
                .details()
                .get("variant");
    }

    private static Changed withBenign(int count) {
        return Changed.of("g3-single-heterozygous-fails").change(dossier -> {
            var variants = dossier.withObject("/genetics").withArray("variants");
            for (var n = 1; n <= count; n++) {
                ((ObjectNode) variants.addObject().setAll((ObjectNode) variants.get(0)))
                        .put("hgvs", "NM_000790.4:c." + (10 + n) + "G>A")
                        .put("acmgClass", 1);
            }
        });
    }

    private static Explanation part(Explanation rule, String variant) {
        return rule.parts().stream()
                .filter(p -> variant.equals(p.details().get("variant")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> nodes(Explanation rule) {
        return rule.parts().stream().map(Explanation::node).toList();
    }
}
