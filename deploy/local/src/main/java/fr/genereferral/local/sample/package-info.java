/** What the invented children of the demonstration and of the bench are made of, besides the files of {@code deploy/samples}. */
package fr.genereferral.local.sample;
