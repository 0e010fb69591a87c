/** A referral that may be of a child who is being referred already: a person decides. */
package fr.genereferral.referral.duplicate;
