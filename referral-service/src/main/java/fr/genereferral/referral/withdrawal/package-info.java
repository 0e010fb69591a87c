/** The hospital stops a referral. */
package fr.genereferral.referral.withdrawal;
