/** Better travel times: the coordinator brings a table of legs, and journeys are worked out with it from their day on. */
package fr.genereferral.hubdirectory.matrix;
