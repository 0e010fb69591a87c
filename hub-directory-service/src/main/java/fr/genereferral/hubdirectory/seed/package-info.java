/** How the directory is filled, once, from the files that come with the service; afterwards the database is the truth. */
package fr.genereferral.hubdirectory.seed;
