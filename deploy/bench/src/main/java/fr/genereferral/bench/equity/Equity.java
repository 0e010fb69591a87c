package fr.genereferral.bench.equity;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.load.Foresight;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.bench.scenario.Scenario;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * Replays invented years of referrals under three ways to choose a hub. Hubs, terms and weights are the running service's;
 * only waiting is played here, for nobody knows yet how long a hub lets wait.
 */
public final class Equity implements Scenario {
    private static final long SEED = 20261126;
    /** One year has less than one child from Corsica: many tell what one would not. */
    private static final int YEARS = 500;

    @Override
    public Findings measure(Bed bed) {
        var findings = new Findings("Equity");
        var country = Country.read(bed.settings().births());
        var diseases = Table.ours("diseases", Disease::of);
        var foresight = bed.foresight();
        Table.ours("accreditations", row -> accredit(foresight, row));
        var choices = Choices.ask(foresight, country, diseases);

        // The same children for each policy.
        var drawn = Referrals.years(country, diseases, YEARS, SEED);
        var outcomes = Arrays.stream(Policy.values())
                .map(policy -> Outcome.of(policy, play(policy, choices, drawn)))
                .toList();

        introduce(findings, diseases, choices);
        findings.say(births(bed.settings().births()));
        new Load(outcomes, country.hospitals(), YEARS).tell(findings);
        var ledger = new Ledger(outcomes, YEARS);
        ledger.tell(findings);
        findings.picture(
                "Travel and wait by region",
                DotPlot.of(ledger.regions(), outcomes).svg());
        return findings;
    }

    private static List<Treated> play(Policy policy, Choices choices, List<List<Referral>> drawn) {
        return drawn.stream()
                .flatMap(referrals -> new Year(policy, choices).play(referrals).stream())
                .toList();
    }

    private static boolean accredit(Foresight foresight, CSVRecord row) {
        var grant = new JsonObject()
                .put("therapy", row.get("therapy"))
                .put("from", "2026-01-01")
                .put("illustrative", row.get("mark").equals("assumed"))
                .put("source", row.get("source"));
        foresight.accredit(row.get("hub"), grant);
        return true;
    }

    /** What is drawn by is no count of births unless one was given. */
    private static String births(Optional<Path> given) {
        return given.isPresent()
                ? "Children are drawn by the births of each département that were given to this run."
                : "Children are drawn by the population of each département"
                        + " (`src/main/resources/equity/population.csv`) at a recalled birth rate: 9.5 in a thousand for all 96"
                        + " départements of the mainland and Corsica, another one for each overseas. No births were counted, so"
                        + " two départements of the mainland differ in the number of people alone.";
    }

    private static void introduce(Findings findings, List<Disease> diseases, Choices choices) {
        findings.say(
                "%d invented years from the seed %d, pooled; each begins after %d years that are played and not counted. The"
                        + " hubs, their accreditations (most of them illustrative), the minutes of travel and the %d minutes"
                        + " that a day of wait weighs are what the running service answers to a preview.",
                YEARS, SEED, Year.YEARS_BEFORE, choices.minutesPerWaitingDay());
        findings.table(
                "therapy | disease | incidence | mark | capacity of one hub | source",
                diseases.stream().map(Disease::row).toList());
        findings.say(
                "*The platform's cost* is taken with the waits known, as it will be when hubs tell their capacity. Until"
                        + " then an unknown wait weighs nothing, and it chooses as *nearest by travel time* does.");
    }
}
