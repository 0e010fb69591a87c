/** How stored match runs would have ended if something had been otherwise, from their own records alone. */
package fr.genereferral.hubdirectory.replay;
