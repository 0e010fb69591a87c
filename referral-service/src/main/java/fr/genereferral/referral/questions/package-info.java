/**
 * What is asked of the hospital: the facts on which the last judgement hangs, what a hub found insufficient, and what a hub or
 * the coordinator asks, with what is said of it.
 */
package fr.genereferral.referral.questions;
