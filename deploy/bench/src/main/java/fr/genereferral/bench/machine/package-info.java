/** What the processes of a run used: processors, memory, and whether a round was disturbed by others. */
package fr.genereferral.bench.machine;
