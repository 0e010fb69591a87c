/**
 * The platform on one machine: what a part is, where it is reached, how it starts, is killed and starts again. Here live
 * the interface that tests use and its embedded implementation; each server has a room of its own below.
 */
package fr.genereferral.local;
