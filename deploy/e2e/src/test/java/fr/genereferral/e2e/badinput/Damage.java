package fr.genereferral.e2e.badinput;

/** A body with one thing wrong in it. */
record Damage(String kind, byte[] body, Expected expected) {}
