/** Where is this child's referral, and why? Everything that is read and changes nothing. */
package fr.genereferral.referral.tracking;
