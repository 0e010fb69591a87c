/** What is asked of the hospital: the facts on which the last judgement hangs, and what a hub found insufficient. */
package fr.genereferral.referral.questions;
