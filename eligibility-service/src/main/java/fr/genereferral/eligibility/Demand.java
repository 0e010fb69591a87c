package fr.genereferral.eligibility;

import java.util.List;

/** What a node asks for: an operator, one limit or several codes, and a unit that is null where there is none. */
public record Demand(String operator, List<String> values, String unit) {}
