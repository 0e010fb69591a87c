package fr.genereferral.bench.rules.drools;

/** A therapy that the referral asks for. */
public record Sought(String therapy) {}
