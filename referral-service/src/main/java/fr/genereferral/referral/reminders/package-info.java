/** Hospitals are reminded of what waits for them: in the questions of a referral, and by mail where there is an address. */
package fr.genereferral.referral.reminders;
