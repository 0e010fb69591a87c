/** Tokens that every service has to refuse, for the tests that show it. */
package fr.genereferral.local.forgery;
