package fr.genereferral.bench.rules.timed;

import fr.genereferral.bench.rules.question.Catalogue;
import fr.genereferral.bench.rules.question.Mix;
import fr.genereferral.bench.rules.question.Question;
import fr.genereferral.eligibility.Assessor;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** A dossier against all packs in force: the whole assessment, explained as data. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WholeCatalogue {
    @Param({"38", "10000"})
    public int packs;

    private Assessor assessor;
    private List<Question> questions;

    @Setup
    public void prepare() {
        // The same dossiers whatever the number of packs: those that the shipped ones concern.
        questions = Mix.of(Catalogue.shipped());
        assessor = new Assessor(Catalogue.of(packs).inForce());
    }

    @Benchmark
    @OperationsPerInvocation(Mix.SIZE)
    public void assess(Blackhole sink) {
        for (var question : questions) {
            sink.consume(assessor.assess(question.dossier(), question.sought(), question.on()));
        }
    }
}
