/**
 * Laws of a placement, whatever happens to it in whatever order: random histories of what hubs, hospital and coordinator do,
 * twice, late and out of order. No database, no broker: the placement itself.
 */
package fr.genereferral.hubdirectory.histories;
