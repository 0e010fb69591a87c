package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.Superuser;
import fr.genereferral.bench.load.Foresight;
import fr.genereferral.bench.load.Latencies;
import fr.genereferral.bench.machine.Quiet;
import fr.genereferral.bench.machine.Stopwatch;
import fr.genereferral.bench.report.Findings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long the choice among 500 hubs takes: the service's own clock around the run alone, by previews, which are made as
 * real runs are. Every hub is accredited and reachable, so that each has a journey and a place in the ranking.
 */
public final class MatchRuns implements Scenario {
    private static final int HUBS = 500;
    private static final int ROUNDS = 30;
    private static final int WARM_UPS = 20;
    private static final double TARGET_MILLIS = 5;
    private static final String THERAPY = "BNCH";
    private static final Pattern P99 = Pattern.compile("match_run_seconds\\{.*quantile=\"0\\.99\".*} (\\S+)");
    private static final Pattern P50 = Pattern.compile("match_run_seconds\\{.*quantile=\"0\\.5\".*} (\\S+)");

    @Override
    public Findings measure(Bed bed) throws InterruptedException {
        var findings = new Findings("Match run over " + HUBS + " hubs");
        var directory = bed.database("hub_directory");
        people(directory);
        var departements = directory.query("select code from departement order by code", row -> row.getString(1));
        var foresight = bed.foresight();
        var cold = ask(foresight, departements, 1);
        ask(foresight, departements, WARM_UPS);
        bed.quiet().await();
        // The service tells quantiles of the last two minutes.
        Thread.sleep(125_000);
        var watch = Stopwatch.start(bed.processes());
        var warm = ask(foresight, departements, ROUNDS);
        tell(findings, foresight.metrics(), cold, warm, watch.foreign());
        Memory.tell(bed, findings);
        return findings;
    }

    /** Made-up sites around those that there are; before the service has read where hospitals are. */
    private static void people(Superuser directory) {
        directory.execute("""
                insert into hospital (finess_et, name, city, departement, lat, lon, ages, source, as_of)
                select '99' || lpad(n::text, 7, '0'), 'Site ' || n, d.seat, d.code, d.lat + (n %% 7) / 100.0,
                       d.lon + (n %% 5) / 100.0, 'AP', 'made up for the bench', date '2026-11-26'
                from generate_series(1, %1$d - (select count(*)::int from hub where kind = 'HUB')) n
                join (select d.*, row_number() over (order by code) - 1 as place from departement d) d
                  on d.place = n %% (select count(*) from departement)
                """.formatted(HUBS));
        directory.execute("""
                insert into hub (id, name, city, kind, open, expected_wait_days, source, as_of)
                select finess_et, name, city, 'HUB', true, abs(lat::int) % 30, source, as_of
                from hospital where finess_et like '99%'
                """);
        directory.execute("""
                insert into accreditation (hub_id, therapy, under_age_years, valid_from, illustrative, source)
                select id, '%s', 18, date '2026-01-01', true, 'made up for the bench' from hub where kind = 'HUB'
                """.formatted(THERAPY));
    }

    private static Latencies ask(Foresight foresight, List<String> departements, int rounds) {
        var latencies = new Latencies();
        foresight.renewToken();
        for (var round = 0; round < rounds; round++) {
            for (var departement : departements) {
                var began = System.nanoTime();
                var ranked = foresight.preview(THERAPY, 0, departement).getJsonArray("ranked");
                latencies.add(System.nanoTime() - began);
                if (ranked.size() != HUBS) {
                    throw new IllegalStateException(ranked.size() + " hubs were ranked from " + departement);
                }
            }
        }
        return latencies;
    }

    private static void tell(Findings findings, String metrics, Latencies cold, Latencies warm, double foreign) {
        var busy = foreign > Quiet.LIMIT ? ", **busy**" : "";
        var p99 = millis(P99, metrics);
        findings.table(
                "%d previews, one after the other, from every département | p50 | p99".formatted(warm.count()),
                List.of(
                        "the match run itself, by the service's clock | %.2f ms | %.2f ms"
                                .formatted(millis(P50, metrics), p99),
                        "the whole request: token, directory as it is kept, run, %d journeys as JSON | %.1f ms | %.1f ms"
                                .formatted(HUBS, warm.millis(0.5), warm.millis(0.99)),
                        "the whole request, the first from each département after the start | %.1f ms | %.1f ms"
                                .formatted(cold.millis(0.5), cold.millis(0.99))));
        findings.say("Others used %.0f %% of the processors%s.", foreign * 100, busy);
        findings.verdict("match run over 500 hubs, p99 < 5 ms", "%.2f ms%s".formatted(p99, busy), p99 < TARGET_MILLIS);
    }

    private static double millis(Pattern quantile, String metrics) {
        var found = quantile.matcher(metrics);
        if (!found.find()) {
            throw new IllegalStateException("the service tells no quantile of its match runs");
        }
        return Double.parseDouble(found.group(1)) * 1000;
    }
}
