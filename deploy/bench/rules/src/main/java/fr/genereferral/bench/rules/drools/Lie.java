package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;

/** How two variants lie to each other, as far as the sayings go; where both are found, nothing is known. */
public record Lie(String gene, String one, String other, Arrangement lie) {}
