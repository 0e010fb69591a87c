/** Who the patient is: a resource of its own, opened and corrected only here, and every time with an audit row. */
package fr.genereferral.referral.identity;
