/** The machine as the kernel tells of it, for whoever measures on it: what it is, and who used its processors. */
package fr.genereferral.local.machine;
