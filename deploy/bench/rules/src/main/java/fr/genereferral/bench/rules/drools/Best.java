package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Truth;

/** What the variants of a gene come to when each that is uncertain is taken for pathogenic. */
public record Best(String genetics, Truth truth) {}
