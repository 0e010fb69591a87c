package fr.genereferral.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of a referral that a service could not take: until somebody has repaired it the referral may not move on.
 *
 * @param service who set it aside
 * @param sequence of the event on its topic; 0 when the record did not say
 */
public record Setback(UUID referralId, String service, String topic, String type, long sequence, Instant since) {}
