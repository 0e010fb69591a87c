/**
 * Laws of referrals, whatever happens to them in whatever order: random histories of what people do and of what the rules and
 * the hub directory say, twice, late and out of order; of three referrals that may be of one child, sent by two hospitals, which
 * become one and two again. No database, no broker: the referrals themselves, what decides about two of them, with its ports in
 * memory, and the neighbours as they are described.
 */
package fr.genereferral.referral.histories;
