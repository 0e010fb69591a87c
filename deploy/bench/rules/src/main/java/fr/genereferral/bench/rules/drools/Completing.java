package fr.genereferral.bench.rules.drools;

/** An uncertain variant could make up what a therapy demands, were it pathogenic. */
public record Completing(String genetics) {}
