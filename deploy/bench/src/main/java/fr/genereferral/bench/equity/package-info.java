/** Would children be treated alike wherever they live? Invented years of referrals, under three ways to choose a hub. */
package fr.genereferral.bench.equity;
