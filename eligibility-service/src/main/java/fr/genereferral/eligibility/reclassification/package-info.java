/** A variant turns out to be of another class than it was reported with: every open dossier that names it is judged again. */
package fr.genereferral.eligibility.reclassification;
