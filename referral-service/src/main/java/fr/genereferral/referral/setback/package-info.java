/** What any of the services has set aside becomes visible at its referral. */
package fr.genereferral.referral.setback;
