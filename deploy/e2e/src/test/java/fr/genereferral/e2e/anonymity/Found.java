package fr.genereferral.e2e.anonymity;

/** A mark where none may be. */
record Found(String place, String shape) {}
