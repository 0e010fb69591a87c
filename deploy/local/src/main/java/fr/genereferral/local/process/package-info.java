/** Processes of this machine: starting, waiting for, ending, and never leaving one behind. */
package fr.genereferral.local.process;
