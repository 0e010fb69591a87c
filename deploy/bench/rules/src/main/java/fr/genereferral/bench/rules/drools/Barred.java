package fr.genereferral.bench.rules.drools;

/** Variants that cannot be used are in the way of a judgement. */
public record Barred(String genetics) {}
