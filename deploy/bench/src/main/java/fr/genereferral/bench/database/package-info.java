/** PostgreSQL from behind: what is stored, when it was committed, and how fast bare inserts of the same would be. */
package fr.genereferral.bench.database;
