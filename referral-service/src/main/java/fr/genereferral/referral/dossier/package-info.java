/** The dossier as JSON: the schema and the dictionary that it is held against, and what may leave of it. */
package fr.genereferral.referral.dossier;
