package fr.genereferral.bench.rules.drools;

/** A pack that has something to say of the dossier, if only that it does not apply. */
public record Candidate(Pack pack) {}
