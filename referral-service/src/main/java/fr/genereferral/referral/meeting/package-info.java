/** A meeting of experts decides about a child: what it says stands beside what the rules have judged. */
package fr.genereferral.referral.meeting;
