/** Who else was using the machine while it was timed. */
package fr.genereferral.bench.rules.machine;
