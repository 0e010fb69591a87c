/** Watches over patterns of declines and expiries: counts, differences with their intervals, and no number that is too small. */
package fr.genereferral.hubdirectory.pattern;
