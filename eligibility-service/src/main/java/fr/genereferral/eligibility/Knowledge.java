package fr.genereferral.eligibility;

import java.util.Map;

/** What every judgement draws on besides the packs: the facts by code and the genetic rules. */
public record Knowledge(Map<String, FactDefinition> facts, GeneticRules genetics) {}
