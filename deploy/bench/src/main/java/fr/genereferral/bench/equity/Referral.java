package fr.genereferral.bench.equity;

/** An invented child, referred on a day that is counted from the beginning of the simulation. */
record Referral(Disease disease, Departement from, int day) {}
