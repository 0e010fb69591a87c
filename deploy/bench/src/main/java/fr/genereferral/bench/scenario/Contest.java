package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.BareInserts;
import fr.genereferral.bench.database.Baseline;
import fr.genereferral.bench.load.ClosedLoop;
import fr.genereferral.bench.load.OpenLoop;
import fr.genereferral.bench.load.Run;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/** The two that are compared: accepted POSTs, and bare inserts of the same rows. Each run begins on empty tables. */
final class Contest {
    static final List<Integer> CLIENTS = List.of(8, 16, 32, 64);

    private static final int CAPTURED = 200;

    private final Bed bed;
    private final IntakeTables tables;
    private Baseline baseline;

    Contest(Bed bed) {
        this.bed = bed;
        tables = new IntakeTables(bed);
    }

    /** Reads back what some POSTs have left, with nobody but intake at work. */
    void captureBaseline() {
        tables.empty();
        bed.renewTokens();
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < CAPTURED; i++) {
            ids.add(bed.sender().onLoop(bed.door()::referForId));
        }
        var platform = bed.system().platform();
        baseline = new Baseline(bed.sender(), platform.database("referral"), platform.database("referral_keys"), ids);
    }

    void empty() {
        tables.empty();
    }

    Baseline baseline() {
        return baseline;
    }

    Run bare(BareInserts inserts, int clients, Duration length) {
        tables.empty();
        var run = inserts.run(clients, length);
        tables.demandInserted(run);
        return run;
    }

    Run intake(int clients, Duration length) {
        prepared();
        IntFunction<Future<Void>> refer = client -> bed.door().refer();
        return stored(ClosedLoop.run(bed.sender().loop(), clients, length, refer));
    }

    Run intakeAt(double rate, Duration length) {
        prepared();
        return stored(OpenLoop.run(bed.sender().loop(), rate, length, bed.door()::refer));
    }

    private void prepared() {
        tables.empty();
        bed.renewTokens();
    }

    private Run stored(Run run) {
        tables.demandStored(run);
        return run;
    }
}
