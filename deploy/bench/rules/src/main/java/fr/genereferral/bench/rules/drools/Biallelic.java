package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Truth;

/** What a gene with two copies comes to by its variants. */
public record Biallelic(String genetics, Truth classified, Truth arranged) {}
