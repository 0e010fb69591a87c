/**
 * The demonstration: sample children, all invented, referred through the public API with real tokens; what is printed is
 * read back from the API.
 */
package fr.genereferral.local.demo;
