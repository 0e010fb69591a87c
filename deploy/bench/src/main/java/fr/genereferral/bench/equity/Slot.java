package fr.genereferral.bench.equity;

/** Where patients queue: a hub begins with one patient of a therapy at a time. */
record Slot(String hub, Disease disease) {}
