package fr.genereferral.bench.report;

/** A target and what was measured. A missed one is said, it does not fail the run: machines differ. */
public record Verdict(String target, String measured, boolean met) {
    String row() {
        return "| %s | %s | %s |".formatted(target, measured, met ? "met" : "**not met**");
    }
}
