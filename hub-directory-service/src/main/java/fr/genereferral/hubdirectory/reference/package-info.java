/** Value sets for programs that talk to this service. */
package fr.genereferral.hubdirectory.reference;
