/** Who has looked at a referral, when, and at what of it: read from the audit, by its hospital and by the auditor. */
package fr.genereferral.referral.audit;
