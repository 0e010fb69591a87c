package fr.genereferral.bench.rules;

import fr.genereferral.bench.rules.question.Catalogue;
import fr.genereferral.bench.rules.question.Mix;
import fr.genereferral.bench.rules.report.Page;
import fr.genereferral.bench.rules.report.Ratio;
import fr.genereferral.bench.rules.report.Series;
import fr.genereferral.local.machine.Machine;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Compares, times, and writes the page. */
public final class RulesBench {
    private static final double MICROS_A_SECOND = 1_000_000;
    private static final double WANTED_A_SECOND = 50_000;
    private static final double WANTED_AGAINST_DROOLS = 10;
    private static final double BEARABLE_AMONG_MANY = 1.3;

    private RulesBench() {}

    public static void main(String[] arguments) throws RunnerException, InterruptedException {
        var settings = Settings.of(arguments);
        var page = new Page("deploy/bench/rules/run " + String.join(" ", arguments), Machine.load());
        var items = Comparing.run();
        System.out.println("Both engines agree on " + items + " items.");
        page.setting("the same in both engines", "%d items of %d dossiers".formatted(items, Mix.SIZE));
        page.setting("seeds", "dossiers %d, invented packs %d".formatted(Mix.SEED, Catalogue.SEED));
        page.setting(
                "explanation alone",
                "the engine without what is decisive and when the answer changes, which Drools is not asked for");
        page.setting("timing", settings + ", JMH, one fork a round, one thread, " + String.join(" ", Timing.JVM));
        conclude(page, new Timing(settings).run());
        System.out.println(page.write());
    }

    private static void conclude(Page page, Map<String, Series> series) {
        var whole = series.get(Timing.WHOLE);
        var perSecond = MICROS_A_SECOND / whole.median();
        page.verdict(
                "dossiers a second and core, against the whole catalogue ≥ 50,000",
                "%,.0f (%.2f µs each)".formatted(perSecond, whole.median()),
                perSecond >= WANTED_A_SECOND);
        against(page, "the whole assessment", Timing.OURS, series);
        against(page, "explanation alone (like for like)", Timing.EXPLAINED, series);
        var many = new Ratio(series.get(Timing.AMONG_MANY), whole);
        page.verdict(
                "a dossier among 10,000 packs ≤ 1.3 times one among 38",
                many.text(),
                many.median() <= BEARABLE_AMONG_MANY);
        page.series(series);
    }

    /** First all that is asked of the service, then no more of it than Drools is asked for. */
    private static void against(Page page, String asked, String ours, Map<String, Series> series) {
        for (var drools : List.of(Timing.REUSED, Timing.FRESH)) {
            var ratio = new Ratio(series.get(drools), series.get(ours));
            var target = "%s ≥ 10 times ours, %s".formatted(drools, asked);
            page.verdict(target, ratio.text(), ratio.median() >= WANTED_AGAINST_DROOLS);
        }
    }
}
