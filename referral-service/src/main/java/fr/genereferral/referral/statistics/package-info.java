/** What is counted over all referrals, without a word of any child. */
package fr.genereferral.referral.statistics;
