/** What was found, as a page in Markdown. */
package fr.genereferral.bench.rules.report;
