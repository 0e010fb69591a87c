package fr.genereferral.bench.equity;

import fr.genereferral.bench.report.Findings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Tells what the policies have come to, and where the platform's is the worse one. */
record Ledger(List<Outcome> outcomes, int years) {

    void tell(Findings findings) {
        findings.table(
                "all children | travel median | P90 | wait median | P90 | Gini of travel | Gini of wait",
                outcomes.stream().map(Ledger::whole).toList());
        findings.table(
                "by part of the country | children a year | travel median | P90 | wait median | P90",
                Arrays.stream(Region.Part.values())
                        .flatMap(part -> outcomes.stream().map(outcome -> part(outcome, part)))
                        .toList());
        findings.table(
                "the worst region against the median region | travel | gap | wait (P90) | gap",
                outcomes.stream().map(this::gaps).toList());
        findings.table(
                "region | children a year | policy | travel median | P90 | wait median | P90",
                regions().stream()
                        .flatMap(region -> outcomes.stream().map(outcome -> region(outcome, region)))
                        .toList());
        tellWhereThePlatformIsWorse(findings);
    }

    List<Region> regions() {
        return outcomes.get(0).byRegion().keySet().stream()
                .sorted(Comparator.comparing((Region region) -> region.part()).thenComparing(Region::name))
                .toList();
    }

    private static String whole(Outcome outcome) {
        return "%s | %s | %.3f | %.3f"
                .formatted(
                        outcome.policy().title(),
                        cells(outcome.travel(), outcome.waits()),
                        outcome.travel().gini(),
                        outcome.waits().gini());
    }

    private String part(Outcome outcome, Region.Part part) {
        var travel = outcome.travel(part);
        return "%s: %s | %s | %s"
                .formatted(
                        part.title(),
                        outcome.policy().title(),
                        aYear(travel.count()),
                        cells(travel, outcome.wait(part)));
    }

    private String region(Outcome outcome, Region region) {
        var travel = outcome.travel(region);
        return "%s | %s | %s | %s"
                .formatted(
                        region.name(),
                        aYear(travel.count()),
                        outcome.policy().title(),
                        cells(travel, outcome.wait(region)));
    }

    private String gaps(Outcome outcome) {
        return "%s | %s | %s"
                .formatted(
                        outcome.policy().title(),
                        gap(region -> outcome.travel(region).median(), "min"),
                        gap(region -> outcome.wait(region).p90(), "days"));
    }

    private String gap(ToIntFunction<Region> number, String unit) {
        var median = Spread.of(regions(), number).median();
        var worst = regions().stream().max(Comparator.comparingInt(number)).orElseThrow();
        var most = number.applyAsInt(worst);
        return "%s: %d %s against %d | %d %s".formatted(worst.name(), most, unit, median, most - median, unit);
    }

    private void tellWhereThePlatformIsWorse(Findings findings) {
        var platform = outcomes.get(Policy.PLATFORM.ordinal());
        for (var other : List.of(outcomes.get(Policy.DISTANCE.ordinal()), outcomes.get(Policy.TRAVEL.ordinal()))) {
            var worse = new ArrayList<String>();
            worse.add(worse("travel, median", platform, other, (o, region) -> o.travel(region)
                    .median()));
            worse.add(worse("travel, P90", platform, other, (o, region) -> o.travel(region)
                    .p90()));
            worse.add(worse("wait, median", platform, other, (o, region) -> o.wait(region)
                    .median()));
            worse.add(worse(
                    "wait, P90", platform, other, (o, region) -> o.wait(region).p90()));
            findings.say(
                    "The platform's cost is worse than *%s* in:\n\n%s",
                    other.policy().title(), String.join("\n", worse));
        }
    }

    private String worse(String what, Outcome platform, Outcome other, BiFunction<Outcome, Region, Integer> number) {
        var where = regions().stream()
                .filter(region -> number.apply(platform, region) > number.apply(other, region))
                .map(region -> "%s (%d, not %d)"
                        .formatted(region.name(), number.apply(platform, region), number.apply(other, region)))
                .collect(Collectors.joining(", "));
        return "- %s: %s".formatted(what, where.isEmpty() ? "no region" : where);
    }

    private String aYear(int count) {
        return String.format(Locale.ROOT, "%.1f", count / (double) years);
    }

    private static String cells(Spread travel, Spread wait) {
        return "%d min | %d min | %d days | %d days"
                .formatted(travel.median(), travel.p90(), wait.median(), wait.p90());
    }
}
