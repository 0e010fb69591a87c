package fr.genereferral.bench.rules.drools;

/** Something is said of a gene; counted when it is more than that a result is awaited. */
public record ReportedGene(String gene, boolean counted) {}
