package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Map;

/** The general genetic rules and the genes they are applied to, as dated data; rules by id, genes by HGNC id. */
public record GeneticRules(int version, LocalDate asOf, Map<String, Criterion> rules, Map<String, Gene> genes) {}
