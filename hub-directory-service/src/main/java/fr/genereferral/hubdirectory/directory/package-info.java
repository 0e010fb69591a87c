/** The directory itself: who may give which therapy since when, open to all who are signed in, kept by the coordinator. */
package fr.genereferral.hubdirectory.directory;
