/** A hub is told at once what happens to its offers: as a stream of events, or whenever it asks. */
package fr.genereferral.hubdirectory.notice;
