package fr.genereferral.bench.rules.drools;

/** The exon whose copies are counted was found deleted, on one copy or on both. */
public record LostExon(String gene, String report, boolean onBoth) {}
