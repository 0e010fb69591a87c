package fr.genereferral.e2e.secrecy;

/** A mark where none may be. */
record Found(String place, String shape) {}
