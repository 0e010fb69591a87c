/**
 * How long a family travels, door to door: a dated table of legs first, an estimate by road where no water lies between.
 * Pure Java and pure functions; the great circle comes from GeographicLib.
 */
package fr.genereferral.hubdirectory.travel;
