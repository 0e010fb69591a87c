/**
 * Laws of placements and of the places that a yes takes, whatever happens in whatever order: random histories of several children
 * who are offered to the same hubs. No database, no broker: the placements themselves, the rule by which places are given, and
 * a book of places that keeps to what the one in the database promises.
 */
package fr.genereferral.hubdirectory.histories;
