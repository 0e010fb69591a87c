/** What arrives after a referral was sent: it is added, never overwritten, and contradictions wait for a clinician. */
package fr.genereferral.referral.facts;
