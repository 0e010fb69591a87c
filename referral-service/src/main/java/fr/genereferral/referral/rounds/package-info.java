/** Work that is done a part at a time, whoever does it. */
package fr.genereferral.referral.rounds;
