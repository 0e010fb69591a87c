/** The machine as the kernel tells of it: who used the processors, how much memory, and whether a round was disturbed. */
package fr.genereferral.bench.machine;
