package fr.genereferral.bench;

import fr.genereferral.bench.equity.Equity;
import fr.genereferral.bench.report.Findings;
import fr.genereferral.bench.report.ResultFile;
import fr.genereferral.bench.scenario.Declines;
import fr.genereferral.bench.scenario.Drain;
import fr.genereferral.bench.scenario.Expiries;
import fr.genereferral.bench.scenario.Intake;
import fr.genereferral.bench.scenario.Journey;
import fr.genereferral.bench.scenario.Lists;
import fr.genereferral.bench.scenario.MatchRuns;
import fr.genereferral.bench.scenario.Scenario;
import fr.genereferral.local.machine.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures what was asked for, each scenario on a platform of its own, and writes the page. */
public final class Bench {
    /** Of nobody's target and long, or about something else than speed under load: only by name. */
    private static final Set<String> BY_NAME = Set.of("crowd", "matchruns", "lists", "declines", "expiries", "equity");

    private static final Map<String, Scenario> SCENARIOS = scenarios();
    private static final List<String> SERVER_SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_level",
            "track_commit_timestamp",
            "shared_buffers");

    private Bench() {}

    private static Map<String, Scenario> scenarios() {
        var scenarios = new LinkedHashMap<String, Scenario>();
        scenarios.put("intake", Intake.alone());
        scenarios.put("journey", new Journey());
        scenarios.put("drain", new Drain());
        scenarios.put("crowd", Intake.amidAllOthers());
        scenarios.put("matchruns", new MatchRuns());
        scenarios.put("lists", new Lists());
        scenarios.put("declines", new Declines());
        scenarios.put("expiries", new Expiries());
        scenarios.put("equity", new Equity());
        return scenarios;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var settings = Settings.of(arguments);
        var chosen = chosen(settings.scenario());
        var load = Machine.load();
        var findings = new ArrayList<Findings>();
        var server = new LinkedHashMap<String, String>();
        for (var scenario : chosen) {
            try (var bed = Bed.made(settings, scenario.services())) {
                server.putAll(bed.database("referral").settings(SERVER_SETTINGS));
                findings.add(scenario.measure(bed));
            }
        }
        server.put("sending", settings.toString());
        var command = "deploy/bench/run " + String.join(" ", arguments);
        var file = new ResultFile(settings.scenario(), command.strip(), load, server).write(findings);
        System.out.println(file);
    }

    private static List<Scenario> chosen(String name) {
        if (name.equals("all")) {
            return SCENARIOS.entrySet().stream()
                    .filter(scenario -> !BY_NAME.contains(scenario.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
        if (!SCENARIOS.containsKey(name)) {
            throw new IllegalArgumentException(
                    "No scenario " + name + ", there are " + SCENARIOS.keySet() + " and all");
        }
        return List.of(SCENARIOS.get(name));
    }
}
