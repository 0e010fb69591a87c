/**
 * The judgement: what a dossier may be eligible for, under which rule, and what is missing. Pure Java; no therapy,
 * gene, transcript or clinical limit is named here: all of that is data in the rule packs. The evaluation date is
 * always an input, so that the same dossier, packs and date give the same assessment on any day.
 */
package fr.genereferral.eligibility;
