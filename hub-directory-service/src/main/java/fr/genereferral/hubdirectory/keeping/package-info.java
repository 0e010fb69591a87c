/** Who reads the file of an offer at its hub: claimed, handed over, free again. Nothing outside the hub depends on it. */
package fr.genereferral.hubdirectory.keeping;
