package fr.genereferral.referral.duplicate;

import java.util.UUID;

/**
 * That two referrals are of one child.
 *
 * @param other the other of the two
 * @param reason coded, by what that was found out
 * @param notTwins whether somebody has made sure that they are not twins
 */
record Finding(UUID other, String reason, boolean notTwins) {}
