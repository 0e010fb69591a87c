/** Clients that send as real ones do: many at once, each sending again with the same key until it knows. */
package fr.genereferral.e2e.load;
