package fr.genereferral.bench.equity;

/** What it took one child to be treated. */
record Treated(Region region, Slot slot, int minutes, int waitDays) {}
