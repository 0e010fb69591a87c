package fr.genereferral.bench.rules.timed;

import fr.genereferral.bench.rules.drools.Rulebook;
import fr.genereferral.bench.rules.question.Catalogue;
import fr.genereferral.bench.rules.question.Mix;
import fr.genereferral.bench.rules.question.Question;
import fr.genereferral.eligibility.Assessor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The packs that are written for Drools as well, and the same dossiers, in one engine or the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SixTherapies {
    @Param({"ours", "ours-explained", "drools-reused", "drools-fresh"})
    public String engine;

    private Function<Question, Object> judge;
    private List<Question> questions;

    @Setup
    public void prepare() {
        var catalogue = Catalogue.writtenTwice();
        questions = Mix.of(catalogue);
        judge = judge(catalogue);
    }

    private Function<Question, Object> judge(Catalogue catalogue) {
        return switch (engine) {
            case "ours" -> {
                var assessor = new Assessor(catalogue.inForce());
                yield question -> assessor.assess(question.dossier(), question.sought(), question.on());
            }
            case "ours-explained" -> {
                var assessor = new Assessor(catalogue.inForce());
                yield question -> assessor.explain(question.dossier(), question.sought(), question.on());
            }
            case "drools-reused" -> new Rulebook(catalogue).reused()::judge;
            case "drools-fresh" -> new Rulebook(catalogue).fresh()::judge;
            default -> throw new IllegalArgumentException(engine);
        };
    }

    @Benchmark
    @OperationsPerInvocation(Mix.SIZE)
    public void judge(Blackhole sink) {
        for (var question : questions) {
            sink.consume(judge.apply(question));
        }
    }
}
