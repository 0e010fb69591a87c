package fr.genereferral.bench.equity;

/** Where families live, and how many children are born to them in a year. */
record Departement(String code, Region region, Point seat, double births) {}
