package fr.genereferral.referral;

/** One change of a referral, for the outbox and the timeline alike: what the others hear, where it led, and why. */
public record Change(ReferralEvent event, ReferralStatus state, Occasion occasion) {}
