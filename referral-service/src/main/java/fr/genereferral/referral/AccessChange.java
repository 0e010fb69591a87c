package fr.genereferral.referral;

import java.time.Instant;

/** From {@code at} on, an organisation may, or may no longer, see a referral. */
public record AccessChange(String organisation, boolean granted, Instant at) {}
