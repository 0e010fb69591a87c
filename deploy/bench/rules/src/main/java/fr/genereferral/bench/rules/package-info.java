/** The bench of the rule engine: what a dossier costs, alone, among ten thousand packs, and in Drools. */
package fr.genereferral.bench.rules;
