/** A referral was sent: it is judged under the rules in force on that day, and the others are told. */
package fr.genereferral.eligibility.assessment;
