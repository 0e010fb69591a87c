/** The ports over PostgreSQL: the only room, with outbox and inbox, that knows sessions, transactions and SQL. */
package fr.genereferral.eligibility.postgres;
