/**
 * Laws of a referral, whatever happens to it in whatever order: random histories of what people do and of what the rules and
 * the hub directory say, twice, late and out of order. No database, no broker: the referral itself, and its neighbours as
 * they are described.
 */
package fr.genereferral.referral.histories;
