package fr.genereferral.bench.equity;

/** A hub that could be asked for a child from one département. */
record Choice(String hub, int minutes, double kilometres) {}
