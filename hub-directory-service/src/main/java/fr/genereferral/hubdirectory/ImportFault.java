package fr.genereferral.hubdirectory;

/**
 * Why a row cannot be taken.
 *
 * @param line where it stands
 * @param column empty when it is about the whole row
 * @param code of {@code problems.json}
 * @param expected null when that would say nothing
 */
public record ImportFault(int line, String column, String code, String expected) {}
