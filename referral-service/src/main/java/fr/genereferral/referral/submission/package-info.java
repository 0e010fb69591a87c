/** A hospital sends a referral. */
package fr.genereferral.referral.submission;
