package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;

/** A report says how two variants of a gene lie to each other. */
public record Said(String gene, String one, String other, Arrangement lie) {}
