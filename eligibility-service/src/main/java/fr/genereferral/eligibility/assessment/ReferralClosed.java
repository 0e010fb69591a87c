package fr.genereferral.eligibility.assessment;

import java.util.UUID;

/** A referral has ended: its facts are not looked at again. */
record ReferralClosed(UUID referralId) {}
