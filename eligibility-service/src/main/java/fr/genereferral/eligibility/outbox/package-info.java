/** What leaves the service: a row in the caller's transaction. Debezium carries it to Kafka; nothing else sends. */
package fr.genereferral.eligibility.outbox;
