/** A hub is written to about its offers, as it wants to be: without a word about a child. */
package fr.genereferral.hubdirectory.mail;
