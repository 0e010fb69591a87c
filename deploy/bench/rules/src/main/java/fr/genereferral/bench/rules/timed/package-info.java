/** What JMH runs, each fork in a JVM of its own. */
package fr.genereferral.bench.rules.timed;
