package fr.genereferral.e2e.identity;

/** A mark where none may be. */
record Found(String place, String shape) {}
