/** The rules have judged: what eligibility-service published is kept and moves the referral on. */
package fr.genereferral.referral.assessment;
