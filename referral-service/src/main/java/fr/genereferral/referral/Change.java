package fr.genereferral.referral;

import java.time.Instant;

/**
 * One change of a referral, for the outbox and the timeline alike.
 *
 * @param what the timeline's word, for example OFFER_DECLINED
 * @param reason coded reason, where one was given
 * @param hub hub concerned, where one is
 */
public record Change(
        ReferralEvent event, String what, ReferralStatus state, Actor by, Instant at, String reason, Offer.Hub hub) {}
