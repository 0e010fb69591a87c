/** The public holidays of metropolitan France, from jollyday. */
package fr.genereferral.hubdirectory.calendar;
