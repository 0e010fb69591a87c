/**
 * No identity leaves: invented patients whose every value carries a mark go down every path, and the marks are looked for
 * in the raw bytes of every place. The search is shown to find before it is believed.
 */
package fr.genereferral.e2e.anonymity;
