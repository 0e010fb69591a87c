package fr.genereferral.bench.equity;

/** Where a hub is, and how it is called. */
record Hospital(String name, Point site) {}
