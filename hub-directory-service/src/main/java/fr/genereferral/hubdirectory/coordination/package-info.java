/** What the coordinator does for a child whom nobody is asked to take: why it is so, who could be asked, by hand or anew. */
package fr.genereferral.hubdirectory.coordination;
