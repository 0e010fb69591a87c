/** What a number cannot be read without: the machine, and who else was using it. Short copies from deploy/bench. */
package fr.genereferral.bench.rules.machine;
