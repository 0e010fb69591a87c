/** How fast the platform is. Speaks HTTP, SQL and Kafka to the packaged services and knows no class of theirs. */
package fr.genereferral.bench;
