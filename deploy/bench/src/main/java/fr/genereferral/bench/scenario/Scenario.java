package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.report.Findings;

/** Measures one thing on a fresh platform. Fails when what is stored is not what was acknowledged, never for being slow. */
public interface Scenario {
    Findings measure(Bed bed) throws InterruptedException;
}
