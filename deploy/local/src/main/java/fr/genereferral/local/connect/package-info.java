/** Kafka Connect, the connectors of the outboxes, and the watch over them. */
package fr.genereferral.local.connect;
