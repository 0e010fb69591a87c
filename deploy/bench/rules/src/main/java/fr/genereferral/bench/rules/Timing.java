package fr.genereferral.bench.rules;

import fr.genereferral.bench.rules.machine.Quiet;
import fr.genereferral.bench.rules.report.Series;
import fr.genereferral.bench.rules.timed.SixTherapies;
import fr.genereferral.bench.rules.timed.WholeCatalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs everything that is timed, one after the other and round by round: what disturbs one round disturbs all of it. */
final class Timing {
    static final String WHOLE = "ours, 38 packs";
    static final String AMONG_MANY = "ours, 10,000 packs";
    static final String OURS = "ours, six therapies";
    static final String EXPLAINED = "ours, six therapies, explanation alone";
    static final String REUSED = "Drools, session reused";
    static final String FRESH = "Drools, session fresh";

    /** One collector thread, so that a core is a core; as much memory as nobody has to save on. */
    static final String[] JVM = {"-Xmx2g", "-XX:+UseSerialGC"};

    private final Settings settings;
    private final Map<String, Series> series = new LinkedHashMap<>();

    Timing(Settings settings) {
        this.settings = settings;
    }

    Map<String, Series> run() throws RunnerException, InterruptedException {
        for (var round = 0; round < settings.rounds(); round++) {
            time(WHOLE, WholeCatalogue.class, "packs", "38");
            time(AMONG_MANY, WholeCatalogue.class, "packs", "10000");
            time(OURS, SixTherapies.class, "engine", "ours");
            time(EXPLAINED, SixTherapies.class, "engine", "ours-explained");
            time(REUSED, SixTherapies.class, "engine", "drools-reused");
            time(FRESH, SixTherapies.class, "engine", "drools-fresh");
        }
        return series;
    }

    private void time(String name, Class<?> benchmark, String parameter, String value)
            throws RunnerException, InterruptedException {
        var quiet = new Quiet(settings.patience());
        quiet.await();
        var iterations = new Runner(options(benchmark, parameter, value))
                .runSingle().getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(IterationResult::getPrimaryResult)
                        .map(result -> result.getScore())
                        .toList();
        var foreign = quiet.foreign();
        series.computeIfAbsent(name, n -> new Series()).add(iterations, foreign, foreign > Quiet.LIMIT);
        System.out.printf("%s: %s%n", name, series.get(name).lastRound());
    }

    private Options options(Class<?> benchmark, String parameter, String value) {
        var iteration = TimeValue.milliseconds(settings.iteration().toMillis());
        return new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .param(parameter, value)
                .forks(1)
                .threads(1)
                .warmupIterations(settings.warming())
                .warmupTime(iteration)
                .measurementIterations(settings.iterations())
                .measurementTime(iteration)
                .jvmArgs(JVM)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }
}
