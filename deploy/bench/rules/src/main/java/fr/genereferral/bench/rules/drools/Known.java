package fr.genereferral.bench.rules.drools;

/**
 * What the dossier says of something that is asked for, be it nothing.
 *
 * @param of the name by which the rules ask for it
 */
public record Known(String of, Reading reading) {}
