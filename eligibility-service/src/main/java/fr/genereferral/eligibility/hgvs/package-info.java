/** Variant names in a strict profile of the HGVS nomenclature: read whole, or refused with the place and the reason. */
package fr.genereferral.eligibility.hgvs;
