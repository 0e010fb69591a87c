/** The public holidays of metropolitan France, from jollyday, and what is worked out by them and by today. */
package fr.genereferral.hubdirectory.calendar;
