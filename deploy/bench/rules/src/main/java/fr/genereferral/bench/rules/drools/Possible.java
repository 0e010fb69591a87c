package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Truth;

/** What a gene comes to with one of the numbers of copies that the count allows. */
public record Possible(String genetics, Truth classified, Truth arranged) {}
