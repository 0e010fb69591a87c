/**
 * The judgement's way in and out of JSON: dossiers, rule packs and the dictionary are read here, assessments are
 * written here, always in the same bytes.
 */
package fr.genereferral.eligibility.json;
