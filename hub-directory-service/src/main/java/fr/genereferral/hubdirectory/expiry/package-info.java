/** The clock of an offer: a hub is reminded; when it has kept silent, the next one is asked. */
package fr.genereferral.hubdirectory.expiry;
