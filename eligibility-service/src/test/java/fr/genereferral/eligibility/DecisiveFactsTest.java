package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.json.RulePackReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The smallest set of missing things that could still change the verdict, and no more than that. */
class DecisiveFactsTest {
    private static final String[] VALUES = {
        "alt", "ast", "bilirubin-total", "albumin", "inr", "platelets", "creatinine", "troponin-i"
    };

    @Test
    void whatIsMissingAloneDecides() {
        assertEquals(
                Map.of("ONA-IV.3a", List.of("body-weight"), "ONA-IV.3b", List.of("body-weight")),
                decisive(Changed.of("ona-3-weight-missing"), "ONA-IV"));
        assertEquals(
                Map.of("ONA-IV.7", List.of("alt")),
                decisive(Changed.of("sma-1-complete").without("alt"), "ONA-IV"));
    }

    @Test
    void nothingDecidesWhereNothingIsOpen() {
        assertEquals(Map.of(), decisive(Changed.of("sma-1-complete"), "ONA-IV"));
        assertEquals(Map.of(), decisive(Changed.of("ona-8-failing-wins-over-deferring-and-missing"), "ONA-IV"));
    }

    /** An infection would defer today; a laboratory value that only has to be known changes nothing before. */
    @Test
    void whatDecidesAloneComesBeforeWhatDecidesTogether() {
        assertEquals(
                Map.of("ONA-IV.6", List.of("active-infection")),
                decisive(Changed.of("sma-1-complete").without("alt", "active-infection"), "ONA-IV"));
        assertEquals(
                Map.of("ONA-IV.6", List.of("active-infection"), "ONA-IV.8", List.of("previous-sma-gene-therapy")),
                decisive(
                        Changed.of("sma-1-complete").without("alt", "active-infection", "previous-sma-gene-therapy"),
                        "ONA-IV"));
    }

    @Test
    void whatOnlyDecidesTogetherIsAskedForTogether() {
        for (var count : List.of(2, 3, 4, 5)) {
            var missing = List.of(VALUES).subList(0, count);
            assertEquals(
                    Map.of("ONA-IV.7", missing.stream().sorted().toList()),
                    decisive(Changed.of("sma-1-complete").without(missing.toArray(String[]::new)), "ONA-IV"));
        }
    }

    /** Both reasons together exclude, and then the laboratory values matter no longer. */
    @Test
    void theSmallestSetLeavesOutWhatDoesNotBelongToIt() throws IOException {
        var pack = (ObjectNode) new ObjectMapper().readTree(Packs.text(Packs.file("ONA-IV")));
        for (var criterion : pack.get("criteria")) {
            if (criterion.get("id").asText().equals("ONA-IV.8")) {
                var both = ((ObjectNode) criterion)
                        .putObject("expression")
                        .put("op", "all")
                        .putArray("of");
                both.addObject().put("op", "holds").put("fact", "previous-sma-gene-therapy");
                both.addObject().put("op", "holds").put("fact", "permanent-ventilation");
            }
        }
        var rules = new RulesInForce(
                List.of(RulePackReader.read(pack.toString(), 1)),
                Packs.shipped().knowledge());
        var child = Changed.of("sma-1-complete")
                .without("alt", "ast", "albumin", "previous-sma-gene-therapy", "permanent-ventilation")
                .under(rules);

        assertEquals(
                Map.of("ONA-IV.8", List.of("permanent-ventilation", "previous-sma-gene-therapy")),
                decisive(child, "ONA-IV"));
    }

    /** A no to the phase refuses, so it decides before the value that is missing as well. */
    @Test
    void aGeneralRuleThatMayFailDecidesAlone() {
        assertEquals(
                Map.of("G3", List.of("HGNC:11117")),
                decisive(Changed.of("smn1-two-copies-two-phase-unknown").without("alt"), "ONA-IV"));
    }

    /** A report fails nobody: it is needed for a yes, with all the rest that is. */
    @Test
    void aReportDecidesOnlyWithTheRest() {
        var unsigned = Changed.of("sma-1-complete").with("/genetics/reports/0/signed false");

        assertEquals(Map.of("G7", List.of("HGNC:11117")), decisive(unsigned, "ONA-IV"));
        assertEquals(
                Map.of("G7", List.of("HGNC:11117"), "ONA-IV.7", List.of("alt")),
                decisive(unsigned.without("alt"), "ONA-IV"));
    }

    /** A row that says the same as the general rules is answered with them. */
    @Test
    void aRowThatRestatesAGeneralRuleIsDecidedWithIt() {
        assertEquals(
                Map.of("G3", List.of("HGNC:341"), "LUM.1", List.of("HGNC:341")),
                decisive(Changed.of("lum-1-two-phase-unknown"), "LUM"));
        assertEquals(Map.of("G7", List.of("HGNC:341")), decisive(Changed.of("lum-1-no-report-is-g7-alone"), "LUM"));
    }

    /** Two of three hospital stays, a programme: each way to fulfil the row is tried with values of its own. */
    @Test
    void everyWayToFulfilARowIsTried() {
        var open = Changed.of("cas-scd-4-adult-2-hospitalised")
                .without("crises-hospitalised-per-year", "crises-transfused-per-year", "crisis-transfusion-programme");

        assertEquals(
                Map.of(
                        "CAS-SCD.4",
                        List.of(
                                "crises-hospitalised-per-year",
                                "crises-transfused-per-year",
                                "crisis-transfusion-programme")),
                decisive(open, "CAS-SCD"));
    }

    @Test
    void aVariantThatCouldBeOneOrTheOtherDecides() {
        assertEquals(
                Map.of("GNT4.6", List.of("HGNC:2928")),
                decisive(Changed.of("gnt4-6-deep-in-intron-44-is-unknown"), "GNT4"));
    }

    /** Of a day only its place before or after the limit matters, of a code whether it is listed. */
    @Test
    void aDayAndACodeDecide() {
        assertEquals(
                Map.of("ATA200.1", List.of("diagnosed-on")),
                decisive(Changed.of("ata200-1-day-of-diagnosis-missing"), "ATA200"));
        assertEquals(
                List.of("sma-clinical-type"),
                decisive(Changed.of("ona-4-type-missing-smn2-2"), "ONA-IV").get("ONA-IV.4"));
    }

    /** An illness that may have been too recent defers; nothing else would have to be known. */
    @Test
    void aDayThatMayLieTooNearDecides() {
        var missing = Changed.of("ata200-7-illness-28-days-ago");
        missing.without(missing.dossier().facts().stream()
                .map(Dossier.StatedFact::code)
                .filter(code -> code.contains("illness"))
                .toArray(String[]::new));

        assertEquals(
                List.of("ATA200.7"), List.copyOf(decisive(missing, "ATA200").keySet()));
    }

    private static Map<String, List<String>> decisive(Changed changed, String therapy) {
        var found = new TreeMap<String, List<String>>();
        changed.verdict(therapy)
                .decisive()
                .forEach((id, inputs) ->
                        found.put(id, inputs.stream().map(Input::code).toList()));
        return found;
    }
}
