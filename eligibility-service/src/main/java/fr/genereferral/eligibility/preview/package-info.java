/** Judges a dossier without keeping anything: the same code and the same bytes as for a referral. */
package fr.genereferral.eligibility.preview;
