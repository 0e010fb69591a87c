/** How a version of a rule pack comes into force; for now, by what the program was shipped with. */
package fr.genereferral.eligibility.publication;
