package fr.genereferral.eligibility;

/**
 * Where a rule comes from.
 *
 * @param mark S sourced, R recalled, CONV a convention of the project
 * @param ref the source, for a reader to look up
 */
public record Source(String mark, String ref) {}
