/** Holds two explanations of one dossier against each other, item by item. */
package fr.genereferral.bench.rules.agreement;
