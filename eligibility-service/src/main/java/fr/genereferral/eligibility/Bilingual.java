package fr.genereferral.eligibility;

/** A text for people, in both languages of the platform. */
public record Bilingual(String fr, String en) {}
