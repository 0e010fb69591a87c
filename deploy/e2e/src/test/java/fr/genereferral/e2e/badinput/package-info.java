/**
 * Bad input: requests made from the served API descriptions and then broken, one thing at a time, and what the answers to
 * them must be. Knows HTTP as bytes; looks into the databases only to see that nothing was stored.
 */
package fr.genereferral.e2e.badinput;
