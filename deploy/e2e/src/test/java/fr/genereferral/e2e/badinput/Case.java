package fr.genereferral.e2e.badinput;

/**
 * One request, what was done to it, and what must follow.
 *
 * @param operation as the description names it
 * @param kind what is wrong, in a few words; the run counts by it
 */
record Case(String operation, String kind, Call call, Expected expected) {}
