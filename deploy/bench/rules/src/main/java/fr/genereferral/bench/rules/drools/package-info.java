/**
 * The packs written for Drools. The rules are in the DRL files beside this package; here are the facts that they reason
 * about and the functions that their consequences call. Nothing of the engine under test judges here: shared are the
 * dossier, the words of an explanation and the reader of HGVS names.
 */
package fr.genereferral.bench.rules.drools;
