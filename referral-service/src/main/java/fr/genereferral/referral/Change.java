package fr.genereferral.referral;

/**
 * One change of a referral, for the outbox and the timeline alike: what the others hear, where it led, and why.
 *
 * @param told false of a draft: nobody has heard of it, and nobody hears how it ends
 */
public record Change(ReferralEvent event, ReferralStatus state, Occasion occasion, boolean told) {}
